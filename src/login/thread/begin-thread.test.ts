import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { environmentAt, pids } from '../../oidc/op.fixture.ts'
import { settings } from '../session.fixture.ts'
import { beginLoginThread } from './begin-thread.ts'

const environment = environmentAt('http://localhost', { login: 'testid' })

/** Begins a thread with code of its own, and asks it for a login. */
const logInWith = async (code: string): Promise<unknown> => {
  const folder = await mkdtemp(join(tmpdir(), 'krr-thread-'))
  const file = join(folder, 'thread.mjs')
  await writeFile(file, code)
  const thread = beginLoginThread(pathToFileURL(file))
  try {
    const driver = thread?.open({ environment, settings }).logIn({
      environment,
      expected: [],
      pidOf: () => pids.MAIN,
      userAgent: 'krr-conformance tests',
      onSecret: () => {},
    })
    const outcome = await driver
      ?.authorize('MAIN', () => Promise.reject(new Error('nobody asks')))
      .catch((error: unknown) => error)
    await driver?.close()
    return outcome
  } finally {
    await thread?.close()
    await rm(folder, { recursive: true })
  }
}

// Were it not heard, the run would end with it, and the language be left as it was written last.
test.each([
  ['as it loads', "throw new Error('the driver cannot be loaded')"],
  [
    'when it is asked',
    "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => { throw new Error('crash') })",
  ],
  [
    'while it is waited for',
    "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', ({ port }) => port.on('message', () => process.exit(3)))",
  ],
])(
  'a thread that breaks %s is told to whoever waits for it, and breaks nothing else',
  async (_, code) => {
    expect(await logInWith(code)).toEqual(new Error('the thread that logs in has ended'))
  },
)

test('without the code of one there is none', () => {
  expect(beginLoginThread(pathToFileURL('/nowhere/logins.mjs'))).toBeUndefined()
})
