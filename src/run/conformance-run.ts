import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { RunSettings } from '../config/environment.ts'
import { loadSnapshot } from '../contract/snapshot.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { closeBrowser } from '../login/browser-login.ts'
import type { Operator } from '../login/operator/operator.ts'
import type { ConformanceReport } from '../report/model.ts'
import { ruleSetVersion } from '../rules/rule-set.ts'
import { serveChannel } from './channel.ts'
import type { Ending } from './ending.ts'
import {
  type EnvironmentFailure,
  environmentFailure,
  type RuleObservation,
  readHarnessReport,
} from './environment-report.ts'
import { beginEnvironmentRun, type EnvironmentRun } from './environment-run.ts'
import { openLock, waitForTurn } from './lock.ts'
import { pseudonymKeyFor } from './pseudonym-key.ts'
import type { Screenshot } from './screenshots.ts'
import type { Starting } from './start-environments.ts'
import type { Target } from './target.ts'
import { harnessVersion } from './version.ts'

/** A run over one or several environments, in the main process. */
export interface ConformanceRun {
  readonly id: string
  /** Where the suites ask for the targets, and for all that the main process does for them. */
  readonly channel: string
  /** Masked pictures of pages where a login stopped, so far. */
  readonly screenshots: readonly Screenshot[]
  /** The environments that have no report, so far, and why. */
  readonly failures: readonly EnvironmentFailure[]
  /** The targets that the suites judge, once their environments have started. */
  targets(): Promise<readonly Target[]>
  /** Why it was ended before everything was judged, so far; undefined where it was not. */
  readonly ending: Ending | undefined
  /** The limit of the whole run. */
  readonly runSeconds: number
  /** How many signs of life of the thread that judges there were so far. */
  readonly beats: number
  /** Puts each language back at once, and answers nothing more that the suites ask. The first reason counts. */
  interrupt(ending: Ending): void
  /** Makes the reports. Each language is put back first, whatever happened. */
  finish(
    observations: ObservationsByTarget,
    selection: 'full' | 'partial',
  ): Promise<readonly ConformanceReport[]>
  close(): Promise<void>
}

export type ObservationsByTarget = ReadonlyMap<string, readonly RuleObservation[]>

export interface ConformanceRunOptions {
  readonly settings: RunSettings
  /** The environments, each as soon as it has started; one that does not leaves the others alone. */
  readonly starting: readonly Starting[]
  /** Whether all rules will be judged. */
  readonly isFull: boolean
  readonly onProgress?: (line: string) => void
  /** Who logs in with `LOGIN=operator`. */
  readonly operator?: Operator | undefined
}

/** Starts everything that takes time at once: embedded environments, browsers, logins. */
export const startConformanceRun = (options: ConformanceRunOptions): ConformanceRun => {
  const { settings, starting, isFull, onProgress } = options
  const screenshots: Screenshot[] = []
  const id = newRunId()
  const startedAt = new Date().toISOString()
  const channel = `krr-conformance ${randomUUID()}`

  const failures: EnvironmentFailure[] = []
  const failed = (name: string) => (error: unknown) => {
    failures.push(environmentFailure(name, error))
    return undefined
  }

  const interruption = new AbortController()
  const interrupted = interruptedBy(interruption.signal)
  interrupted.catch(() => {})
  let ending: Ending | undefined
  let beats = 0
  const begin = async ({ started, only }: Starting) => {
    const { environment, browser, window, expiry, kept, stop } = await Promise.race([
      started,
      interrupted,
    ])
    const say = (line: string) => onProgress?.(`${environment.name}: ${line}`)
    try {
      // Who only reads disturbs nobody.
      const turn = environment.allowWrite
        ? await waitForTurn({
            lock: openLock(settings.stateDir, environment),
            runId: id,
            onProgress: say,
            signal: interruption.signal,
          })
        : undefined
      const run = beginEnvironmentRun({
        environment,
        browser,
        window,
        expiry,
        kept,
        operator: options.operator,
        settings,
        runId: id,
        pseudonymKey:
          kept === undefined
            ? pseudonymKeyFor(environment, settings)
            : new Uint8Array(Buffer.from(kept.pseudonymKey, 'base64')),
        isFull,
        only,
        turn,
        ...(onProgress ? { onProgress: say } : {}),
        onScreenshot: (png, name) => screenshots.push({ environment: environment.name, name, png }),
      })
      return { run, stop }
    } catch (error) {
      await Promise.all([browser?.close(), window && closeBrowser(window), stop()])
      throw error
    }
  }
  const begun = Promise.all(starting.map((one) => begin(one).catch(failed(one.name))))
  const runs = begun.then((all) => all.filter((one) => one !== undefined))

  const runOf = async (target: string): Promise<EnvironmentRun | undefined> =>
    (await runs).find(({ run }) => run.target.environment.name === target)?.run
  const targets = async () => (await runs).map(({ run }) => run.target)
  const server = serveChannel(channel, async (target, method, args) => {
    if (method === 'targets') return targets()
    if (method === 'alive') {
      beats += 1
      return undefined
    }
    return (await runOf(target))?.serve(method, args)
  })

  return {
    id,
    channel,
    screenshots,
    failures,
    targets,
    runSeconds: settings.runSeconds,
    get ending() {
      return ending
    },
    get beats() {
      return beats
    },
    interrupt(why) {
      ending ??= why
      interruption.abort()
      void runs.then((all) => {
        for (const { run } of all) run.interrupt()
      })
    },
    async finish(observations, selection) {
      const { source, sha256 } = await loadSnapshot()
      const contract = { source, sha256 }
      const ruleSet = ruleSetVersion
      const harness = readHarnessReport()
      const facts = {
        id,
        startedAt,
        selection,
        harnessVersion,
        ruleSet,
        contract,
        harness,
        ...(ending === undefined ? {} : { ending }),
      }
      const reports = await Promise.all(
        (await runs).map(({ run }) => {
          const { name } = run.target.environment
          return run.finish(observations.get(name) ?? [], facts).catch(failed(name))
        }),
      )
      return reports.filter((report) => report !== undefined)
    },
    async close() {
      server.close()
      await Promise.all(
        (await runs).map(async ({ run, stop }) => {
          await run.close()
          await stop()
        }),
      )
    },
  }
}

/** An environment that has not started yet is not waited for any more. */
const interruptedBy = async (signal: AbortSignal): Promise<never> => {
  if (!signal.aborted) await once(signal, 'abort')
  throw new EvidenceUnavailableError('not begun: the run was interrupted')
}

/** `2026-11-23T02-54-30-a1b2c3`: sorts by time, and no two are the same. */
const newRunId = (): string =>
  `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}-${randomUUID().slice(0, 6)}`
