import { type ChildProcess, fork } from 'node:child_process'
import fc from 'fast-check'
import { childEnvironment } from '../../config/child-environment.ts'
import { type Target, targets } from './bends.ts'
import type { Round } from './trial.ts'

/** What was found, as somebody sees it again. */
export interface Found {
  readonly seed: number
  /** Options that try it again: the path names the target as it was shrunk. */
  readonly again: readonly ['--path' | '--targets', string]
  /** One target, or those of a round that failed together only. */
  readonly targets: readonly Target[]
  readonly faults: readonly string[]
}

export interface FuzzOptions {
  readonly seconds: number
  readonly seed: number
  /** So many targets at most: the same ones on a machine of any speed. */
  readonly targets: number
  /** One target alone. */
  readonly path?: string | undefined
  readonly onProgress: (line: string) => void
  readonly signal?: AbortSignal
}

export interface Fuzzed {
  readonly tried: number
  readonly elapsedSeconds: number
  readonly megabytes: number
  readonly verdicts: Readonly<Record<string, number>>
  readonly found: readonly Found[]
}

/** So many targets share a run of the suites: fewer than in the matrix, for what one sends keeps the others waiting. */
const perRound = 4
/** A round takes a few seconds; whatever takes so long hangs, on a busy machine too. */
const roundSeconds = 300
/**
 * What a process that judges so many targets at once, serves them and keeps what went over the wire to search it, may
 * have at most.
 */
const megabytesAtMost = (count: number): number => 1_200 + 200 * count
/** Its heap: with the much that V8 takes on a large machine, what is not collected yet would look like what is kept. */
const heapMegabytes = 900
/** How long what was found is made smaller. */
const shrinkSeconds = 120
/** So many findings are shrunk: of more of them the cause is probably the same. */
const foundAtMost = 3

/** Runs bent targets until the time is over or enough is found. */
export const fuzz = async (options: FuzzOptions): Promise<Fuzzed> => {
  const { seconds, seed, path, onProgress, signal } = options
  const began = performance.now()
  const elapsed = () => (performance.now() - began) / 1_000
  const trials = openTrials()
  const all = path === undefined ? fc.sample(targets, { seed, numRuns: options.targets }) : []
  const found: Found[] = []
  const verdicts: Record<string, number> = {}
  let tried = 0
  let megabytes = 0
  try {
    if (path !== undefined) {
      tried = 1
      found.push(...(await shrunk({ seed, path, trials, isShrunk: false })))
    }
    while (elapsed() < seconds && tried < all.length && found.length < foundAtMost) {
      if (signal?.aborted) break
      const round = all.slice(tried, tried + perRound)
      const { faults, together, ...rest } = await trials.tryAll(round)
      megabytes = Math.max(megabytes, rest.megabytes)
      for (const verdict of rest.verdicts) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
      if (together !== undefined && faults.every((own) => own.length === 0)) {
        const again = ['--targets', String(tried + round.length)] as const
        found.push({ seed, again, targets: round, faults: [`${together}, and none of them alone`] })
      }
      for (const [at, own] of faults.entries()) {
        if (own.length === 0 || found.length >= foundAtMost) continue
        onProgress(`target ${tried + at}: ${own[0]}; looking for the smallest that does so`)
        const path = String(tried + at)
        const smallest = await shrunk({ seed, path, trials, isShrunk: true })
        const once: Found = {
          seed,
          again: ['--path', path],
          targets: round.slice(at, at + 1),
          faults: own,
        }
        found.push(...(smallest.length > 0 ? smallest : [once]))
      }
      tried += round.length
      onProgress(
        `${Math.round(elapsed())} s, ${tried} targets, ${found.length} found, ${megabytes} MB`,
      )
    }
    return { tried, elapsedSeconds: elapsed(), megabytes, verdicts, found }
  } finally {
    trials.close()
  }
}

/** Runs one target alone, and what is smaller as long as it fails. Nothing where it does not fail again. */
export const shrunk = async ({
  seed,
  path,
  trials,
  isShrunk,
}: {
  readonly seed: number
  readonly path: string
  readonly trials: Pick<Trials, 'tryAll'>
  readonly isShrunk: boolean
}): Promise<readonly Found[]> => {
  let last: readonly string[] = []
  const property = fc.asyncProperty(targets, async (target) => {
    const [faults = []] = (await trials.tryAll([target])).faults
    if (faults.length > 0) last = faults
    return faults.length === 0
  })
  const result = await fc.check(property, {
    seed,
    path,
    numRuns: 1,
    endOnFailure: !isShrunk,
    interruptAfterTimeLimit: shrinkSeconds * 1_000,
  })
  const [target] = result.counterexample ?? []
  return target === undefined
    ? []
    : [
        {
          seed,
          again: ['--path', result.counterexamplePath ?? path],
          targets: [target],
          faults: last,
        },
      ]
}

export interface Trials {
  /** `together`: why the targets were tried one by one after all. */
  tryAll(round: readonly Target[]): Promise<Round & { readonly together?: string }>
  close(): void
}

/**
 * Another process makes the trials: whatever it is busy with, this one ends it in time. Where a round of several hangs
 * or takes the process along, each of its targets is tried alone, to see which one it is.
 */
export const openTrials = (
  start: () => ChildProcess = trialsOfThisProgram,
  seconds: number = roundSeconds,
): Trials => {
  let child: ChildProcess | undefined
  const end = (): void => {
    child?.kill('SIGKILL')
    child = undefined
  }
  const tryOnce = async (round: readonly Target[]): Promise<Round | string> => {
    child ??= await ready(start())
    const outcome = await answerOf(child, round, seconds)
    if (typeof outcome === 'string') end()
    else if (outcome.megabytes > megabytesAtMost(round.length)) {
      end()
      return `${outcome.megabytes} MB, more than ${megabytesAtMost(round.length)}`
    }
    return outcome
  }
  const tryAll: Trials['tryAll'] = async (round) => {
    const outcome = await tryOnce(round)
    if (typeof outcome !== 'string') {
      if (!isBroken(outcome, round)) return outcome
      return { ...(await oneByOne(round)), together: 'together their run broke' }
    }
    if (round.length > 1) return { ...(await oneByOne(round)), together: `together: ${outcome}` }
    return { faults: [[outcome]], verdicts: ['no report'], megabytes: 0 }
  }
  /** A run that broke has no report of any target, and one that was ended early has of none a whole one. */
  const isBroken = ({ verdicts }: Round, round: readonly Target[]): boolean =>
    round.length > 1 && verdicts.some((verdict) => verdict === 'no report' || verdict === 'partial')
  const oneByOne = async (round: readonly Target[]): Promise<Round> => {
    const rounds: Round[] = []
    for (const target of round) rounds.push(await tryAll([target]))
    return {
      faults: rounds.flatMap(({ faults }) => faults),
      verdicts: rounds.flatMap(({ verdicts }) => verdicts),
      megabytes: Math.max(...rounds.map(({ megabytes }) => megabytes)),
    }
  }
  return { tryAll, close: end }
}

const trialsOfThisProgram = (): ChildProcess => {
  const [, program = ''] = process.argv
  return fork(program, ['fuzz', '--trials'], {
    env: { ...childEnvironment(process.env, ['NODE_OPTIONS']), NO_COLOR: '1' },
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

const ready = async (child: ChildProcess): Promise<ChildProcess> => {
  child.stderr?.resume()
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', () => reject(new Error('the process that makes the trials does not start')))
  })
  return child
}

/** What the round came to, or why there is no answer. */
const answerOf = (
  child: ChildProcess,
  round: readonly Target[],
  seconds: number,
): Promise<Round | string> =>
  new Promise((resolve) => {
    const settle = (outcome: Round | string): void => {
      clearTimeout(timer)
      child.off('exit', onExit)
      child.off('message', onMessage)
      resolve(outcome)
    }
    const onExit = (code: number | null, signal: string | null) =>
      settle(`the process ended, ${signal ?? `exit code ${code}`}`)
    const onMessage = (answer: unknown) => settle(answer as Round)
    const timer = setTimeout(() => settle(`no end within ${seconds} s`), seconds * 1_000)
    child.once('exit', onExit)
    child.once('message', onMessage)
    child.send(round)
  })
