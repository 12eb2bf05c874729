import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import type { Environment, RunSettings } from '../config/environment.ts'
import type { Observation } from '../report/model.ts'
import { type Ending, onSignals } from './ending.ts'
import { beatMs } from './watch-threads.ts'

/** What the thread of a run tells the one that supervises it: all that puts a language back without it. */
export type ToSupervisor =
  | { readonly kind: 'alive' }
  | { readonly kind: 'begun'; readonly run: BegunRun }
  | { readonly kind: 'tokens'; readonly environment: string; readonly held: HeldForRestore }
  | { readonly kind: 'places'; readonly places: readonly DeclaredPlace[] }
  | {
      readonly kind: 'judged'
      readonly place: DeclaredPlace
      readonly verdict: Observation['verdict']
    }
  /** What is typed is wanted, or no longer; `isRaw`: the terminal shows nothing of it. */
  | { readonly kind: 'input'; readonly isWanted?: boolean; readonly isRaw?: boolean }
  | { readonly kind: 'over'; readonly exitCode: number }

/** One environment's part of a run, with what connects to it. */
export interface BegunRun {
  readonly environment: Environment
  readonly settings: RunSettings
  readonly runId: string
  readonly startedAt: string
  /** It lives in the thread of the run alone, and ends with it. */
  readonly isEmbedded: boolean
}

/** The main person's token with all scopes, and whom the login named. */
export interface HeldForRestore {
  readonly accessToken: string
  readonly pid: string | undefined
}

/** One place where a rule is to be judged. */
export interface DeclaredPlace {
  readonly target: string
  readonly ruleId: string
  readonly where: string
}

/** What the supervisor says to the thread of a run. */
export interface FromSupervisor {
  readonly kind: 'end'
  readonly ending: Ending
}

/** What is known of the terminal by the thread that has it. */
export interface SupervisedData {
  readonly supervised: true
  readonly stdin: { readonly isTTY: boolean }
  readonly stdout: { readonly isTTY: boolean; readonly columns: number | undefined }
  readonly stderr: { readonly isTTY: boolean; readonly columns: number | undefined }
}

/** Whether another thread of this process hears signals and watches this one (src/cli/supervisor.ts). */
export const supervised: SupervisedData | undefined =
  !isMainThread && (workerData as SupervisedData | undefined)?.supervised === true
    ? (workerData as SupervisedData)
    : undefined

/** Tells the supervisor, where there is one. */
export const tellSupervisor = (message: ToSupervisor): void => {
  if (supervised !== undefined) parentPort?.postMessage(message)
}

/** Gives signs of life from now on, as long as this thread does something else as well. */
export const showLife = (): void => {
  if (supervised === undefined) return
  setInterval(() => tellSupervisor({ kind: 'alive' }), beatMs).unref()
}

/** Hears of the first thing that asks the run to end. Gives what undoes it. */
export const onEnding = (end: (ending: Ending) => unknown): (() => void) => {
  if (supervised === undefined || parentPort === null) return onSignals(end)
  const port = parentPort
  const hear = (message: FromSupervisor) => end(message.ending)
  port.once('message', hear)
  port.unref()
  return () => port.off('message', hear)
}
