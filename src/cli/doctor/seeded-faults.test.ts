import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { samplePem } from '../../config/samples.fixture.ts'
import { clockAgrees, nodeVersion } from '../../doctor/examinations/machine.ts'
import { examineMachine } from '../../doctor/examine-machine.ts'
import type { Line } from '../../doctor/line.ts'
import type { Injections } from '../../reference/seams.ts'
import { openJournal } from '../../run/journal.ts'
import type { Variables } from '../e2e/krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from '../e2e/own-environment.fixture.ts'
import { openWorkspace } from '../e2e/workspace.fixture.ts'
import { examineSetUp } from './examine-configuration.ts'

const workspace = openWorkspace()
let mine: OwnEnvironment

beforeAll(async () => {
  mine = await startOwnEnvironment({ workspace })
})
afterEach(() => mine.seed({}))
afterAll(async () => {
  await mine.reference.stop()
  workspace.remove()
})

/** What the doctor says of `mine` with these settings over those that are right. */
const examine = async (changes: Variables = {}): Promise<readonly Line[]> => {
  const env = { KRR_ENV: 'mine', ...workspace.in(mine.settings()).env, ...changes }
  const chapters = await examineSetUp({ env, argv: {}, cwd: workspace.folder })
  return chapters.flatMap(({ lines }) => lines)
}
const wrongIn = (lines: readonly Line[]) =>
  lines.filter(({ state }) => state !== 'ok').map(({ state, key }) => `${state} ${key}`)

test('a set-up that is right has nothing but ok, and the person resource is asked without a token only', async () => {
  const authorised: string[] = []
  mine.seed({
    response: (response, { request }) => {
      if (request.fields.some(([name]) => name.toLowerCase() === 'authorization'))
        authorised.push(request.path)
      return response
    },
  })
  const lines = await examine()
  expect(wrongIn(lines)).toEqual([])
  expect(authorised).toEqual([])
  const taken = lines.find(({ key }) => key === 'KRR_MINE_EXPECT')?.says
  expect(taken).toMatch(/^the person is taken to have epostadresse, .*sertifikat: without one/)
  expect(lines.map(({ says }) => says).join()).not.toContain(mine.reference.client.secret)
  expect(lines.map(({ says }) => says).join()).not.toContain(mine.reference.people.MAIN.pid)
})

const notSynthetic = '03071510033'
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toUTCString()

const settingFaults: readonly (readonly [fault: string, changes: Variables, found: string])[] = [
  ['no client', { KRR_MINE_CLIENT_ID: '' }, 'problem KRR_MINE_CLIENT_ID'],
  ['no secret', { KRR_MINE_CLIENT_SECRET: '' }, 'problem KRR_MINE_CLIENT_SECRET'],
  ['another secret', { KRR_MINE_CLIENT_SECRET: 'other' }, 'problem KRR_MINE_CLIENT_SECRET'],
  [
    'a redirect URI that is not registered',
    { KRR_MINE_REDIRECT_URI: 'http://localhost:3000/elsewhere' },
    'problem KRR_MINE_REDIRECT_URI',
  ],
  ['no number', { KRR_MINE_PID: '' }, 'problem KRR_MINE_PID'],
  ['a number that is not synthetic', { KRR_MINE_PID: notSynthetic }, 'problem KRR_MINE_PID'],
  ['control digits that do not fit', { KRR_MINE_PID: '20914695017' }, 'problem KRR_MINE_PID'],
  ['a slash behind the issuer', { KRR_MINE_ISSUER: 'https://a.no/' }, 'problem KRR_MINE_ISSUER'],
  ['nobody at the issuer', { KRR_MINE_ISSUER: 'http://localhost:9' }, 'problem KRR_MINE_ISSUER'],
  [
    'a host that does not exist',
    { KRR_MINE_API_URL: 'https://krr.invalid/rest/v1/person' },
    'problem KRR_MINE_API_URL',
  ],
  ['a root that it does not lead to', { KRR_MINE_CA: 'other.pem' }, 'problem KRR_MINE_CA'],
  ['a root that is no file', { KRR_MINE_CA: 'nowhere.pem' }, 'problem KRR_MINE_CA'],
  ['a report folder below a file', { KRR_REPORT_DIR: 'other.pem/x' }, 'problem KRR_REPORT_DIR'],
  ['a state folder below a file', { KRR_STATE_DIR: 'other.pem/x' }, 'problem KRR_STATE_DIR'],
  ['a level of the former scale', { KRR_MINE_ACR: 'Level4' }, 'problem KRR_MINE_ACR'],
  ['a login that there is not', { KRR_MINE_LOGIN: 'magic' }, 'problem KRR_MINE_LOGIN'],
  ['minid without a password', { KRR_MINE_LOGIN: 'minid' }, 'problem KRR_MINE_MINID_PASSWORD'],
  ['a browser that is not there', { KRR_BROWSER_PATH: 'chrome' }, 'problem KRR_BROWSER_PATH'],
  ['a key with a slip in it', { KRR_MINE_CLIENT_SECRT: 'x' }, 'warning KRR_MINE_CLIENT_SECRT'],
  ['a key without its _', { KRR_MINEPID: '20914695016' }, 'warning KRR_MINEPID'],
  [
    'quotes that are part of a value',
    { KRR_MINE_CLIENT_SECRET: '"a-secret-in-quotes"' },
    'warning KRR_MINE_CLIENT_SECRET',
  ],
  ['a closed environment', { KRR_ENV: 'ver1' }, 'problem KRR_ENV'],
  ['a contact that is none', { KRR_CONTACT: 'nobody' }, 'problem KRR_CONTACT'],
  [
    'a log of what is sent',
    { NODE_DEBUG: 'http', KRR_MINE_API_URL: 'https://krr.invalid/person' },
    'problem NODE_DEBUG',
  ],
]

const environmentFaults: readonly (readonly [fault: string, seeded: Injections, found: string])[] =
  [
    [
      'metadata of another issuer',
      { providerMetadata: (metadata) => ({ ...metadata, issuer: 'https://other.example' }) },
      'problem KRR_MINE_ISSUER',
    ],
    [
      'a provider without S256',
      {
        providerMetadata: (metadata) => ({
          ...metadata,
          code_challenge_methods_supported: ['plain'],
        }),
      },
      'problem KRR_MINE_ISSUER',
    ],
    [
      'a scope that is not granted',
      { grantedScopes: (scopes) => scopes.filter((scope) => !scope.includes('digitalpost')) },
      'problem KRR_MINE_CLIENT_ID',
    ],
    [
      'scopes that may not be asked for',
      { authorizationResponse: () => [['error', 'invalid_scope']] },
      'problem KRR_MINE_CLIENT_ID',
    ],
    [
      'a resource that is not there',
      { response: (response) => ({ ...response, status: 404 }) },
      'problem KRR_MINE_API_URL',
    ],
    [
      'a redirect to another host',
      {
        response: (response, { request }) =>
          request.path.endsWith('/person')
            ? { ...response, status: 302, fields: [['Location', 'https://other.example/person']] }
            : response,
      },
      'problem KRR_MINE_API_URL',
    ],
    [
      'a clock that is two minutes off',
      {
        response: (response) => ({
          ...response,
          fields: [...response.fields, ['Date', minutesAgo(2)]],
        }),
      },
      'problem clock',
    ],
    [
      'no published document',
      {
        response: (response, { request }) =>
          request.path.endsWith('/person') ? response : { ...response, status: 404 },
      },
      'warning KRR_MINE_SPEC_URL',
    ],
  ]

describe('seeded faults are named by key, with what to do', () => {
  beforeAll(() => workspace.write('other.pem', samplePem))

  test.each(settingFaults)('%s', async (_, changes, found) => {
    const lines = await examine(changes)
    expect(wrongIn(lines)).toContain(found)
    for (const { state, todo } of lines) if (state !== 'ok') expect(todo).toMatch(/\w/)
  })

  test.each(environmentFaults)('%s', async (_, seeded, found) => {
    mine.seed(seeded)
    expect(wrongIn(await examine())).toContain(found)
  })

  test('a client id that nobody registered', async () => {
    const lines = await examine({ KRR_MINE_CLIENT_ID: 'nobody' })
    const todos = lines.filter(({ state }) => state === 'problem').map(({ todo }) => todo)
    expect(todos).toEqual([
      expect.stringMatching(/^compare KRR_MINE_CLIENT_ID and KRR_MINE_CLIENT_SECRET with/),
      expect.stringMatching(/^correct KRR_MINE_CLIENT_ID or KRR_MINE_CLIENT_SECRET first/),
    ])
  })

  test('a secret that is not the one of an id that is known there: the secret alone', async () => {
    const lines = await examine({ KRR_MINE_CLIENT_SECRET: 'other' })
    const [{ key, todo } = { key: '', todo: '' }, ...others] = lines.filter(
      ({ state }) => state === 'problem',
    )
    expect([key, others]).toEqual(['KRR_MINE_CLIENT_SECRET', []])
    expect(todo).toMatch(/^KRR_MINE_CLIENT_ID is known there, so compare KRR_MINE_CLIENT_SECRET/)
  })

  test('a key without its _ is told with the one that was meant', async () => {
    const lines = await examine({ KRR_MINEPID: '20914695016' })
    expect(lines.find(({ key }) => key === 'KRR_MINEPID')?.says).toContain(
      'did you mean KRR_MINE_PID?',
    )
  })

  test('https where plain http is spoken, and http where TLS is: the other one', async () => {
    const plain = createServer((_, response) => response.end())
    plain.listen(0, '127.0.0.1')
    await once(plain, 'listening')
    const { port } = plain.address() as AddressInfo
    const lines = await examine({ KRR_MINE_API_URL: `https://127.0.0.1:${port}/v1/person` })
    plain.closeAllConnections()
    plain.close()
    expect(lines).toContainEqual({
      state: 'problem',
      key: 'KRR_MINE_API_URL',
      says: 'TLS: 127.0.0.1 speaks plain http at this port',
      todo: expect.stringMatching(/port that speaks https/),
    })
    const { apiUrl } = mine.reference
    const { host } = new URL(apiUrl)
    expect(await examine({ KRR_MINE_API_URL: apiUrl.replace('https:', 'http:') })).toContainEqual({
      state: 'problem',
      key: 'KRR_MINE_API_URL',
      says: `${host} speaks TLS, and the address has http://`,
      todo: 'set https:// in its place',
    })
  })

  test('a root of somebody else: by the names of both', async () => {
    const lines = await examine({ KRR_MINE_CA: 'other.pem' })
    const own = new X509Certificate(mine.reference.caPem).subject.replace(/^.*CN=/s, '')
    const other = new X509Certificate(samplePem).subject.replace(/^.*CN=/s, '')
    const wrong = lines.find(({ key, state }) => key === 'KRR_MINE_CA' && state === 'problem')
    expect(wrong?.says).toContain(`it was issued by "${own}", and KRR_MINE_CA has "${other}"`)
  })

  test('.env and a state folder that others can open', async () => {
    const path = workspace.write('.env', 'KRR_ENV=mine\n')
    chmodSync(path, 0o644)
    const machine = examineMachine({ nodeVersion: '20.20.2', dotenvPath: path })
    expect(machine).toContainEqual({
      state: 'warning',
      key: '.env',
      says: `${path} has mode 0644: others on this machine can open it`,
      todo: `chmod 600 ${path}`,
    })
    const open = join(workspace.folder, 'open-state')
    mkdirSync(open)
    chmodSync(open, 0o755)
    expect(wrongIn(await examine({ KRR_STATE_DIR: open }))).toEqual(['warning KRR_STATE_DIR'])
  })

  test('a language that an earlier run left changed', async () => {
    const journal = openJournal(workspace.stateDir, {
      name: 'mine',
      pid: mine.reference.people.MAIN.pid,
    })
    journal.write({
      environment: 'mine',
      runId: 'earlier',
      person: '',
      found: 'nb',
      written: ['en'],
      isUnsettled: false,
    })
    const lines = await examine()
    journal.remove()
    expect(wrongIn(lines)).toContain('warning journal')
  })

  test('Node that is too old, a clock that is a little off', () => {
    expect(nodeVersion('20.18.3').state).toBe('problem')
    expect(nodeVersion('22.1.0').state).toBe('ok')
    const at = (seconds: number) =>
      clockAgrees({ host: 'krr.example', theirs: 0, ours: seconds * 1_000 })
    expect([at(0), at(-9), at(31)].map(({ state }) => state)).toEqual(['ok', 'warning', 'problem'])
    expect(at(-9).says).toBe('this machine is 9 s behind krr.example')
  })
})
