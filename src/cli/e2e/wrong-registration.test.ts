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

/** What the first three lines of the console say of it, by what is set wrong. */
const wrong: readonly (readonly [string, Record<string, string>, readonly string[]])[] = [
  ['a client', { CLIENT_ID: 'nobody' }, ['KRR_MINE_CLIENT_ID']],
  [
    'a redirect URI',
    { REDIRECT_URI: 'http://localhost:3999/callback' },
    ['KRR_MINE_REDIRECT_URI', 'not as registered'],
  ],
  ['a secret', { CLIENT_SECRET: 'not-the-secret' }, ['KRR_MINE_CLIENT_SECRET', 'invalid_client']],
]

/** What stdout, which has no progress in it, begins with: three lines. */
const beginningOf = (stdout: string): string =>
  stdout.trimStart().split('\n').slice(0, 3).join(' ').replace(/\s+/g, ' ')

describe('a registration that is otherwise', { timeout: 120_000 }, () => {
  test.each(wrong)('%s is explained first, and the doctor is next', async (_, settings, says) => {
    const run = workspace.in({ KRR_ENV: 'mine', ...mine.settings(settings) })
    const { code, stdout, stderr } = await krr(['test'], run)
    expect(code, stdout + stderr).toBe(3)
    for (const words of says) expect(beginningOf(stdout)).toContain(words)
    expect(stdout).toContain('krr -- doctor --env mine')
    expect(stdout + stderr).not.toContain('login_hint')
  })

  test('a scope that the client is not registered for is explained first', async () => {
    const scopes = ['krr:user/kontaktinformasjon.read'] as const
    const few = await startOwnEnvironment({ workspace, name: 'few', scopes })
    try {
      const run = workspace.in({ KRR_ENV: 'few', ...few.settings() })
      const { code, stdout, stderr } = await krr(['test'], run)
      expect(code, stdout + stderr).toBe(3)
      expect(beginningOf(stdout)).toMatch(
        /for krr:user\/\S+: .* error invalid_scope: the client is not registered for all of the scopes/,
      )
    } finally {
      await few.reference.stop()
    }
  })
})
