import { randomUUID } from 'node:crypto'
import type { RunSettings } from '../config/environment.ts'
import { loadSnapshot } from '../contract/snapshot.ts'
import { randomKey } from '../evidence/masking/pseudonym.ts'
import type { ConformanceReport } from '../report/model.ts'
import { ruleSetVersion } from '../rules/rule-set.ts'
import { serveChannel } from './channel.ts'
import {
  beginEnvironmentRun,
  type EnvironmentRun,
  type RuleObservation,
} from './environment-run.ts'
import { readHarnessReport } from './matrix-record.ts'
import type { Screenshot } from './screenshots.ts'
import { closeBrowser, type Started } from './start-environments.ts'
import type { Target } from './target.ts'
import { harnessVersion } from './version.ts'

/** A run over one or several environments, in the main process. */
export interface ConformanceRun {
  readonly id: string
  /** Masked pictures of pages where a login stopped, so far. */
  readonly screenshots: readonly Screenshot[]
  /** The targets that the suites judge, once their environments have started. */
  targets(): Promise<readonly Target[]>
  /** Puts each language back at once, and answers nothing more that the suites ask. */
  interrupt(): void
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
  /** The environments, each as soon as it has started. */
  readonly starting: readonly Promise<Started>[]
  /** Whether all rules will be judged. */
  readonly isFull: boolean
  readonly onProgress?: (line: string) => void
}

/** Starts everything that takes time at once: embedded environments, browsers, logins. */
export const startConformanceRun = (options: ConformanceRunOptions): ConformanceRun => {
  const { settings, starting, isFull, onProgress } = options
  const screenshots: Screenshot[] = []
  const id = newRunId()
  const startedAt = new Date().toISOString()
  const channel = `krr-conformance ${randomUUID()}`
  const pseudonymKey = randomKey()

  const started = starting.map(async (begun) => {
    const { environment, browser, expiry, stop } = await begun
    try {
      const run = beginEnvironmentRun({
        environment,
        browser,
        expiry,
        settings,
        channel,
        runId: id,
        pseudonymKey,
        isFull,
        ...(onProgress
          ? { onProgress: (line: string) => onProgress(`${environment.name}: ${line}`) }
          : {}),
        onScreenshot: (png, name) => screenshots.push({ environment: environment.name, name, png }),
      })
      return { run, stop }
    } catch (error) {
      await Promise.all([closeBrowser(browser), stop()])
      throw error
    }
  })
  const runs = Promise.all(started)
  runs.catch(() => {})

  const runOf = async (target: string): Promise<EnvironmentRun | undefined> =>
    (await runs).find(({ run }) => run.target.environment.name === target)?.run
  const server = serveChannel(channel, async (target, method, args) =>
    (await runOf(target))?.serve(method, args),
  )

  return {
    id,
    screenshots,
    targets: async () => (await runs).map(({ run }) => run.target),
    interrupt() {
      const interruptAll = async () => {
        for (const { run } of await runs) run.interrupt()
      }
      interruptAll().catch(() => {})
    },
    async finish(observations, selection) {
      const { source, sha256 } = await loadSnapshot()
      const contract = { source, sha256 }
      const ruleSet = ruleSetVersion
      const harness = readHarnessReport()
      const facts = { id, startedAt, selection, harnessVersion, ruleSet, contract, harness }
      return Promise.all(
        (await runs).map(({ run }) =>
          run.finish(observations.get(run.target.environment.name) ?? [], facts),
        ),
      )
    },
    async close() {
      server.close()
      const settled = await Promise.allSettled(started)
      await Promise.all(
        settled.map(async (outcome) => {
          if (outcome.status === 'rejected') return
          await outcome.value.run.close()
          await outcome.value.stop()
        }),
      )
    },
  }
}

/** `2026-11-23T02-54-30-a1b2c3`: sorts by time, and no two are the same. */
const newRunId = (): string =>
  `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}-${randomUUID().slice(0, 6)}`
