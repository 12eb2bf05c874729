import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { endProcesses, krr, startKrr, type Variables } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const redirectUri = 'http://localhost:3000/callback'
/** Known to ID-porten beside the first: to the journal no more than another secret. */
const next = { clientId: 'the-next-client', secret: 'the-next-secret-of-the-tests-of-journals' }
let mine: OwnEnvironment

beforeAll(async () => {
  const clients = [{ ...next, redirectUris: [redirectUri] }]
  mine = await startOwnEnvironment({ workspace, clients })
})
afterEach(() => endProcesses())
afterAll(async () => {
  await mine.reference.stop()
  workspace.remove()
})

const language = () => mine.register.record?.spraak

const withFirst = (further: Variables = {}) =>
  workspace.in({ KRR_ENV: 'mine', ...mine.settings(), ...further })
const withNext = (further: Variables = {}) => {
  const { clientId: CLIENT_ID, secret: CLIENT_SECRET } = next
  const settings = mine.settings({ CLIENT_ID, CLIENT_SECRET, REDIRECT_URI: redirectUri })
  return workspace.in({ KRR_ENV: 'mine', ...settings, ...further })
}

/** Leaves a changed language and its journal behind. */
const killedOnce = async (settings: ReturnType<typeof withFirst>): Promise<void> => {
  const run = startKrr(['test', '-t', 'KRR-PATCH'], settings)
  mine.seed({
    response(response) {
      if (mine.unsafe.length >= 2 && language() !== 'nb') run.child.kill('SIGKILL')
      return response
    },
  })
  expect((await run.ended).signal).toBe('SIGKILL')
  mine.seed({})
  mine.unsafe.length = 0
  expect([language(), workspace.journal('mine')?.found]).toEqual([
    expect.not.stringMatching('nb'),
    'nb',
  ])
}

describe('a client’s secret that is changed after a kill -9', { timeout: 120_000 }, () => {
  test('leaves the journal to who says that the person is the same', async () => {
    await killedOnce(withFirst())
    const run = await krr(['test', '-t', 'KRR-PATCH-001'], withNext())
    expect([run.code, mine.unsafe], run.stdout).toEqual([5, []])
    expect(workspace.report('mine/partial').register.trouble).toMatch(
      /the client's secret or key was changed since: npm run krr -- restore --env mine --same-person$/,
    )
    const restored = await krr(['restore', '--env', 'mine', '--same-person'], withNext())
    expect([restored.code, restored.stdout], restored.stderr).toEqual([
      0,
      'mine: the language is as it was found\n',
    ])
    expect([language(), workspace.journal('mine')]).toEqual(['nb', undefined])
  })

  test('matters to nobody with a KRR_STATE_KEY: the next run knows the person, and puts it back', async () => {
    const kept = { KRR_STATE_KEY: 'a-state-key-of-the-tests-of-32-characters' }
    await killedOnce(withFirst(kept))
    const run = await krr(['test', '-t', 'KRR-PATCH-014'], withNext(kept))
    expect([run.code, language()], run.stdout).toEqual([0, 'nb'])
    expect(workspace.journal('mine')).toBeUndefined()
  })
})
