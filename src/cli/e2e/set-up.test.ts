import { chmodSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { endProcesses, krr } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const another = { clientId: 'another-client', secret: 'a-secret-of-the-tests-of-another-client' }
let mine: OwnEnvironment

beforeAll(async () => {
  const redirectUris = ['http://localhost:4000/signed-in']
  mine = await startOwnEnvironment({ workspace, clients: [{ ...another, redirectUris }] })
})
afterEach(() => endProcesses())
afterAll(async () => {
  await mine.reference.stop()
  workspace.remove()
})

/** What README has somebody write: an environment of their own, with another client and another test user. */
const dotenv = (changes: Readonly<Record<string, string>> = {}): void => {
  const values = {
    ...mine.settings({
      CLIENT_ID: another.clientId,
      CLIENT_SECRET: another.secret,
      REDIRECT_URI: 'http://localhost:4000/signed-in',
      PID: mine.reference.people.NO_MAILBOX.pid,
      EXPECT: 'epostadresse,mobiltelefonnummer',
      LOGIN: 'headless',
    }),
    ...changes,
  }
  const lines = Object.entries(values)
    .filter(([key]) => !key.includes('_PID_'))
    .map(([key, value]) => `${key}=${value}`)
  chmodSync(workspace.write('.env', `KRR_ENV=mine\n${lines.join('\n')}\n`), 0o600)
}

test('an environment with another client and user is set up, and the doctor names each mistake on the way', {
  timeout: 120_000,
}, async () => {
  const doctor = () => krr(['doctor'], workspace.in({}))
  const wrong = {
    KRR_MINE_PID: '01018500000',
    KRR_MINE_REDIRECT_URI: 'http://localhost:4000/signed_in',
    KRR_MINE_CLIENT_SECRET: 'the-one-of-another-client',
  }
  for (const [key, value] of Object.entries(wrong)) {
    dotenv({ [key]: value })
    const { code, stdout, stderr } = await doctor()
    expect([code, stdout + stderr]).toEqual([2, expect.stringContaining(key)])
    const problems = (stdout + stderr).split('\n').filter((line) => /problem/.test(line))
    expect(problems.filter((line) => !line.includes(key) && !/\d+ problem/.test(line))).toEqual([])
  }
  dotenv()
  const healthy = await doctor()
  expect(healthy.code, healthy.stdout + healthy.stderr).toBe(0)
  const { code, stdout, stderr } = await krr(['test'], workspace.in({}))
  expect(code, stdout + stderr).toBe(0)
  expect(workspace.report('mine').verdict).toBe('conformant')
})
