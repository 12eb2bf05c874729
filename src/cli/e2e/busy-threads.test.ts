import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Way } from '../../reference/front.fixture.ts'
import { createShared, type ReferenceShared } from '../../reference/start.ts'
import { startFaulty } from './faulty-environment.fixture.ts'
import { type Ended, endProcesses, startKrr } from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

/**
 * The requests of the rule that writes, reads back and restores, from the first that writes. With `KRR_KILL_AT=KRR-PATCH`
 * each thread is busy at each request of the whole write chain in turn, which takes a long time.
 */
const pattern = process.env['KRR_KILL_AT'] ?? 'KRR-PATCH-014'
const isWhole = process.env['KRR_KILL_AT'] !== undefined
const steps = isWhole ? Array.from({ length: 400 }, (_, at) => at + 1) : [2]

let shared: ReferenceShared
const workspace = openWorkspace()

beforeAll(async () => {
  shared = await createShared()
})
afterEach(() => endProcesses())
afterAll(() => workspace.remove())

/** Loaded into every thread: each spins in a regular expression as soon as its file is there. */
const spinning = (): string => {
  const path = workspace.write(
    'spin.mjs',
    `import { existsSync, writeFileSync } from 'node:fs'
     import { isMainThread, workerData } from 'node:worker_threads'
     const name = isMainThread ? 'none' : workerData?.supervised ? 'run' : process.env.VITEST ? 'judge' : 'login'
     const signal = ${JSON.stringify(workspace.folder)} + '/spin-' + name
     setInterval(() => {
       if (!existsSync(signal)) return
       writeFileSync(signal + '-begun', '')
       ;/^(a+)+$/.test('a'.repeat(64) + '!')
     }, 2).unref()`,
  )
  return `--import=${pathToFileURL(path).href}`
}

interface Outcome {
  readonly end: Ended
  readonly elapsedMs: number
  readonly language: string
  readonly isReached: boolean
}

/** Runs the writing rules with headless or form logins, and keeps a thread busy at one of the requests. */
const busyAt = async (
  thread: 'run' | 'judge' | 'login',
  step: number,
  { sends, env = {}, login = 'headless' }: BusyOptions,
): Promise<Outcome> => {
  let [written, sentAt, isReached] = [0, 0, false]
  const begun = join(workspace.folder, `spin-${thread}-begun`)
  const faulty = await startFaulty({
    workspace,
    name: 'mine',
    shared,
    fault: {
      title: 'a busy thread',
      says: [],
      api: (way: Way) => {
        if (written > 0 || way.request.method === 'PATCH') written += 1
        way.pass()
        if (written !== step || isReached) return
        isReached = true
        workspace.write(`spin-${thread}`, '')
        const looking = setInterval(() => {
          if (!existsSync(begun) && sends !== undefined) return
          clearInterval(looking)
          sentAt = Date.now()
          if (sends !== undefined) run.child.kill(sends)
        }, 5)
      },
    },
  })
  const settings = workspace.in({
    KRR_ENV: 'mine',
    ...faulty.settings({ LOGIN: login }),
    NODE_OPTIONS: spinning(),
    ...env,
  })
  const run = startKrr(['test', '-t', pattern], settings)
  try {
    const end = await run.ended
    const language = faulty.own.register.record?.spraak ?? 'nb'
    return { end, elapsedMs: Date.now() - sentAt, language, isReached }
  } finally {
    await faulty.stop()
    for (const name of ['run', 'judge', 'login'])
      for (const file of [`spin-${name}`, `spin-${name}-begun`]) workspace.take(file)
  }
}

interface BusyOptions {
  readonly sends?: NodeJS.Signals
  readonly env?: Readonly<Record<string, string>>
  readonly login?: 'headless' | 'testid'
}

describe('a thread that is busy without end, in the middle of the writes', {
  timeout: isWhole ? 7_200_000 : 120_000,
}, () => {
  test.each([
    ['run', 'SIGTERM', 'headless'],
    ['judge', 'SIGHUP', 'headless'],
    ['login', 'SIGQUIT', 'testid'],
  ] as const)(
    '%s, and %s: the language is put back, a report is written, and the process ends in time',
    async (thread, sends, login) => {
      for (const step of steps) {
        const { end, elapsedMs, language, isReached } = await busyAt(thread, step, { sends, login })
        if (!isReached) break
        const said = end.stdout + end.stderr
        expect([end.code, language], `${step}: ${said}`).toEqual([3, 'nb'])
        expect(elapsedMs, `${step}: ${said}`).toBeLessThan(7_000)
        expect(end.stderr).toContain(`The run was interrupted (${sends})`)
        const { run, rules, register } = workspace.report('mine/partial')
        expect(run.interrupted).toBe(true)
        expect(register.restored ?? true).toBe(true)
        const judged = rules.find(({ id }) => id === 'KRR-PATCH-014')
        expect(judged?.verdict).toBe('inconclusive')
      }
    },
  )

  test('is noticed without a signal, too', async () => {
    const { end, language } = await busyAt('judge', 2, {})
    expect([end.code, language], end.stdout + end.stderr).toEqual([3, 'nb'])
    expect(end.stderr).toMatch(/interrupted: the thread that judges did not answer for \d+ s/)
    expect(workspace.journal('mine')).toBeUndefined()
  })
})
