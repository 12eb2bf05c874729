import { mkdirSync, readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endProcesses, krr, startPlainVitest, type Variables } from './krr-process.fixture.ts'
import { openWorkspace, type Workspace } from './workspace.fixture.ts'

interface BadInput {
  readonly args: readonly string[]
  readonly env?: Variables
  /** What the lines on stderr say, one pattern each. */
  readonly says: readonly RegExp[]
  /** Puts into the folder what the run finds there. */
  readonly prepare?: (workspace: Workspace) => void
}

const own: Variables = {
  KRR_MINE_API_URL: 'https://127.0.0.1:9/rest/v1/person',
  KRR_MINE_ISSUER: 'http://localhost:9',
  KRR_MINE_CLIENT_ID: 'me',
  KRR_MINE_CLIENT_SECRET: 'a-secret-that-is-not-shown',
  KRR_MINE_PID: '20914695016',
}

let taken: Server
beforeAll(async () => {
  taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
})
afterAll(async () => {
  await endProcesses()
  taken.close()
})
const takenPort = () => String((taken.address() as AddressInfo).port)

const badInputs: Readonly<Record<string, (workspace: Workspace) => BadInput>> = {
  'an unknown command': () => ({
    args: ['tset'],
    says: [/no command "tset"; it has test, /],
  }),
  'an unknown option': () => ({
    args: ['test', '--wirte'],
    says: [/'--wirte'.* npm run krr -- test --help lists the options/],
  }),
  'an unknown environment': () => ({
    args: ['test'],
    env: { KRR_ENV: 'refrence' },
    says: [/unknown environment "refrence": did you mean "reference"\?.*\.env/],
  }),
  'options that npm kept for itself, because -- was left out': () => ({
    args: ['test'],
    env: { npm_config_env: 'prod', npm_config_write: '', npm_lifecycle_event: 'test' },
    says: [/npm kept --env prod --no-write for itself.* write npm test -- --env prod --no-write/],
  }),
  'an environment that Digdir has closed': () => ({
    args: ['test', '--env', 'ver1'],
    says: [/"ver1" is closed.*; use "test"/],
  }),
  'an environment of one’s own without its settings': () => ({
    args: ['test'],
    env: { KRR_ENV: 'mine', KRR_MINE_API_URL: own['KRR_MINE_API_URL'] },
    says: [
      'ISSUER must',
      'CLIENT_ID must',
      'CLIENT_SECRET or KRR_MINE_CLIENT_JWK must',
      'PID must',
    ].map((key) => new RegExp(`KRR_MINE_${key} be .*, but (?:is not set|neither is);.*\\.env`)),
  }),
  'settings of the wrong form, all at once': () => ({
    args: ['test'],
    env: {
      ...own,
      KRR_ENV: 'mine',
      KRR_MINE_API_URL: 'not a URL',
      KRR_MINE_PID: '12345678901',
      KRR_MINE_LOGIN: 'magic',
      KRR_MINE_ALLOW_WRITE: 'perhaps',
      KRR_MINE_CA: 'nowhere.pem',
    },
    says: ['API_URL', 'PID', 'LOGIN', 'ALLOW_WRITE', 'CA'].map(
      (key) => new RegExp(`KRR_MINE_${key} must be .*, but .*\\.env`),
    ),
  }),
  'a .env that cannot be read': ({ folder }) => ({
    args: ['test'],
    says: [new RegExp(`${folder}/\\.env must be a text file that can be read, but a folder`)],
    prepare: () => mkdirSync(join(folder, '.env')),
  }),
  'a sandbox that is not running': ({ stateDir }) => ({
    args: ['test', '--env', 'sandbox'],
    says: [new RegExp(`${stateDir}/sandbox\\.json.*npm run krr -- sandbox`)],
  }),
  'a port that is in use': () => ({
    args: ['sandbox', '--port', takenPort()],
    says: [new RegExp(`${takenPort()}.*--port`)],
  }),
  'no port': () => ({ args: ['sandbox', '--port', 'http'], says: [/--port must be .*"http"/] }),
  'a browser that is not there': ({ folder }) => ({
    args: ['test'],
    env: { KRR_BROWSER_PATH: join(folder, 'chrome') },
    says: [new RegExp(`KRR_BROWSER_PATH must be .*${folder}/chrome.*no file is there.*\\.env`)],
  }),
  'a pattern that matches no rule': () => ({
    args: ['test', '-t', 'KRR-NONE-999'],
    says: [/-t must match a rule.*npm run krr -- rules/],
  }),
  'an empty pattern, as of a variable that is not set': () => ({
    args: ['test', '-t', ''],
    says: [/-t must be a rule id or a pattern, but is empty/],
  }),
  'an empty list of forms': () => ({
    args: ['test', '--format', ''],
    says: [/--format must be of .*, but is empty/],
  }),
  'an environment without a name, as of a variable that is not set': () => ({
    args: ['test', '--env', ''],
    says: [/--env must be names of environments .* but is ""/],
  }),
  'a pattern that is none': () => ({
    args: ['test', '-t', 'KRR-(JWS'],
    says: [/-t must be a rule id or a regular expression/],
  }),
  'a report folder that cannot be written': ({ folder }) => ({
    args: ['test'],
    env: { KRR_REPORT_DIR: join(folder, 'a-file') },
    says: [new RegExp(`KRR_REPORT_DIR must be .*${folder}/a-file.*\\.env`)],
    prepare: (workspace) => workspace.write('a-file', 'not a folder'),
  }),
  'a state folder that cannot be written': ({ folder }) => ({
    args: ['test'],
    env: { KRR_STATE_DIR: join(folder, 'a-file', 'state') },
    says: [new RegExp(`KRR_STATE_DIR must be .*${folder}/a-file/state.*\\.env`)],
    prepare: (workspace) => workspace.write('a-file', 'not a folder'),
  }),
  'a token for an environment that lives only within a run': () => ({
    args: ['token', '--env', 'reference'],
    says: [/"reference" lives only within a run; start npm run krr -- sandbox/],
  }),
  'a scope that there is not': () => ({
    args: ['token', '--env', 'mine', '--scope', 'krr:user/everything'],
    env: own,
    says: [/--scope must be of .*"krr:user\/everything"/],
  }),
  'a login that is none in production': () => ({
    args: ['test', '--env', 'prod'],
    env: {
      KRR_PROD_CLIENT_ID: 'me',
      KRR_PROD_CLIENT_SECRET: own['KRR_MINE_CLIENT_SECRET'],
      KRR_PROD_REDIRECT_URI: 'http://localhost:3000/callback',
      KRR_PROD_PID: own['KRR_MINE_PID'],
      KRR_PROD_LOGIN: 'headless',
    },
    says: [/KRR_PROD_LOGIN must be operator against production/],
  }),
}

describe.concurrent('bad input', { timeout: 120_000 }, () => {
  test.each(Object.entries(badInputs))(
    '%s: said once, exit code 2, nothing written',
    async (_, badInput) => {
      const workspace = openWorkspace()
      try {
        const { args, env = {}, says, prepare } = badInput(workspace)
        prepare?.(workspace)
        const before = readdirSync(workspace.folder, { recursive: true })
        const { code, stdout, stderr } = await krr(args, workspace.in(env))
        const doctor = /^next: npm run krr -- doctor --env \S+$/
        const lines = stderr.trim().split('\n')
        const told = lines.filter((line) => !doctor.test(line))
        expect(told, stderr).toHaveLength(says.length)
        // What is wrong with an environment the doctor explains.
        expect(told.length < lines.length).toBe(/^(mine|prod|sandbox|ver1): /.test(stderr))
        for (const pattern of says) expect(stderr).toMatch(pattern)
        expect(stderr).not.toContain(own['KRR_MINE_CLIENT_SECRET'])
        expect(stderr).not.toMatch(/\d{11}/)
        expect([code, stdout]).toEqual([2, ''])
        expect(readdirSync(workspace.folder, { recursive: true })).toEqual(before)
      } finally {
        workspace.remove()
      }
    },
  )

  test('plain vitest says the same and exits with the same code', async () => {
    const workspace = openWorkspace()
    const { code, stderr } = await startPlainVitest([], workspace.in({ KRR_ENV: 'refrence' })).ended
    expect(stderr).toMatch(/^unknown environment "refrence"/)
    expect(code).toBe(2)
    workspace.remove()
  })
})
