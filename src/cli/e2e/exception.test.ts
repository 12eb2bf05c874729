import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Ended, endProcesses, startKrr, startPlainVitest } from './krr-process.fixture.ts'
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

const language = () => mine.register.record?.spraak
const secret = 'a-secret-in-the-words-of-a-library'
const rejected = `Promise.reject(new TypeError('${secret}'))`
const thrown = `throw new TypeError('${secret}')`

/** Loaded into the main thread: where nobody can catch it this happens, as soon as the file is there. */
const breaksBy = (what: string): { readonly preload: string; readonly now: () => void } => {
  const signal = join(workspace.folder, 'break')
  const path = workspace.write(
    'break.mjs',
    `import { existsSync, rmSync } from 'node:fs'
     import { isMainThread } from 'node:worker_threads'
     const breakIt = () => { if (existsSync(${JSON.stringify(signal)})) { rmSync(${JSON.stringify(signal)}); ${what} } }
     if (isMainThread) setInterval(breakIt, 5).unref()`,
  )
  const now = () => void workspace.write('break', '')
  return { preload: `--import=${pathToFileURL(path).href}`, now }
}

const args = ['-t', 'KRR-PATCH']
type Settings = ReturnType<typeof workspace.in>
const byCommandLine = (settings: Settings) => startKrr(['test', ...args], settings)
const byPlainVitest = (settings: Settings) => startPlainVitest(args, settings)

/** Runs the writing rules, and breaks once the language is not the one it was. */
const brokenBy = async (what: string, start: typeof byCommandLine): Promise<Ended> => {
  const { env, cwd } = workspace.in({ KRR_ENV: 'mine', ...mine.settings() })
  const { preload, now } = breaksBy(what)
  const run = start({ env: { ...env, NODE_OPTIONS: preload }, cwd })
  let isBroken = false
  mine.unsafe.length = 0
  mine.seed({
    response(response) {
      if (!isBroken && mine.unsafe.length >= 2 && language() !== 'nb') {
        isBroken = true
        now()
      }
      return response
    },
  })
  const end = await run.ended
  expect(isBroken).toBe(true)
  return end
}

describe('an error in the main process that nobody catches, in the middle of the writes', {
  timeout: 60_000,
}, () => {
  test.each([
    ['thrown', thrown, byCommandLine],
    ['a promise rejected', rejected, byCommandLine],
    ['thrown, under plain vitest', thrown, byPlainVitest],
    ['a promise rejected, under plain vitest', rejected, byPlainVitest],
  ] as const)('%s: the language is put back, and the harness broke', async (_, what, start) => {
    const { code, stdout, stderr } = await brokenBy(what, start)
    expect([code, language()], stdout + stderr).toEqual([4, 'nb'])
    expect(workspace.journal('mine')).toBeUndefined()
    expect(stderr).toMatch(
      /^The harness broke: an error of the kind TypeError was caught by nobody \(at /m,
    )
    expect(stdout + stderr).not.toContain(secret)
    const { rules, register } = workspace.report('mine/partial')
    expect(register).toEqual({ found: 'nb', left: 'nb', restored: true })
    expect(rules.filter(({ verdict }) => verdict === 'failed')).toEqual([])
  })
})
