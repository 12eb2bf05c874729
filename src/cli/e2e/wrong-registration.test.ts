import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { endProcesses, krr } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let mine: OwnEnvironment
beforeAll(async () => {
  mine = await startOwnEnvironment({ workspace })
})
afterEach(() => endProcesses())
afterAll(async () => {
  await mine.reference.stop()
  workspace.remove()
})

/** What the first three lines of the verdict say of it, by what is set wrong. */
const wrong: readonly (readonly [string, Record<string, string>, readonly string[]])[] = [
  ['a client', { CLIENT_ID: 'nobody' }, ['KRR_MINE_CLIENT_ID']],
  [
    'a redirect URI',
    { REDIRECT_URI: 'http://localhost:3999/callback' },
    ['KRR_MINE_REDIRECT_URI', 'not as registered'],
  ],
  ['a secret', { CLIENT_SECRET: 'not-the-secret' }, ['KRR_MINE_CLIENT_SECRET', 'invalid_client']],
]

describe('a registration that is otherwise', { timeout: 120_000 }, () => {
  test.each(wrong)('%s is explained first, and the doctor is next', async (_, settings, says) => {
    const run = workspace.in({ KRR_ENV: 'mine', ...mine.settings(settings) })
    const { code, stdout, stderr } = await krr(['test'], run)
    expect(code, stdout + stderr).toBe(3)
    const lines = stdout.slice(stdout.indexOf('INCONCLUSIVE')).split('\n')
    for (const words of says) expect(lines.slice(0, 3).join(' ')).toContain(words)
    expect(stdout).toContain('krr -- doctor --env mine')
    expect(stdout + stderr).not.toContain('login_hint')
  })

  test('a scope that the client may not ask for', async () => {
    mine.seed({
      authorizationResponse: (parameters) => [
        ['error', 'invalid_scope'],
        ...parameters.filter(([name]) => name === 'state' || name === 'iss'),
      ],
    })
    const run = workspace.in({ KRR_ENV: 'mine', ...mine.settings() })
    const { code, stdout } = await krr(['test'], run)
    expect(code).toBe(3)
    const lines = stdout.slice(stdout.indexOf('INCONCLUSIVE')).split('\n')
    expect(lines.slice(0, 3).join(' ')).toContain('invalid_scope')
  })
})
