import { randomUUID } from 'node:crypto'
import { findBrowser } from '../browser/find-browser.ts'
import type { ConfiguredEnvironment } from '../config/configured-environment.ts'
import { completeEmbedded } from '../config/embedded.ts'
import type { Environment, RunSettings } from '../config/environment.ts'
import type { LoadedConfiguration } from '../config/load.ts'
import { loadSnapshot } from '../contract/snapshot.ts'
import { randomKey } from '../evidence/masking/pseudonym.ts'
import type { ConformanceReport } from '../report/model.ts'
import { serveChannel } from './channel.ts'
import {
  beginEnvironmentRun,
  type EnvironmentRun,
  type RuleObservation,
} from './environment-run.ts'
import type { Screenshot } from './screenshots.ts'
import { asConfigured } from './started-reference.ts'
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

/** An embedded environment that has started, or one that was there already. */
export interface Started {
  readonly environment: Environment
  readonly stop: () => Promise<void>
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
    const { environment, stop } = await begun
    await requireBrowser(environment, settings, onProgress)
    const run = beginEnvironmentRun({
      environment,
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
      const facts = { id, startedAt, selection, harnessVersion, contract: { source, sha256 } }
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

/**
 * Finds the browser, or installs one, before anything is judged.
 * @throws ConfigurationError where there is none: what to install
 */
const requireBrowser = async (
  { login }: Environment,
  settings: RunSettings,
  onProgress: ((line: string) => void) | undefined,
): Promise<void> => {
  if (login === 'headless' || settings.browserWs !== undefined) return
  await findBrowser(settings, { onProgress })
}

/** Begins every environment that can be used; the embedded one is started. */
export const startEnvironments = ({
  environments,
}: LoadedConfiguration): readonly Promise<Started>[] =>
  environments.flatMap((configured) =>
    configured.kind === 'unusable' ? [] : [startEnvironment(configured)],
  )

const startEnvironment = async (
  configured: Exclude<ConfiguredEnvironment, { kind: 'unusable' }>,
): Promise<Started> => {
  if (configured.kind === 'ready') {
    return { environment: configured.environment, stop: async () => {} }
  }
  // The embedded environment costs 200 ms of imports: only who needs it pays.
  const { startReference } = await import('../reference/start.ts')
  const reference = await startReference({})
  return {
    environment: completeEmbedded(configured.overrides, asConfigured(reference)),
    stop: () => reference.stop(),
  }
}

/** `2026-11-23T02-54-30-a1b2c3`: sorts by time, and no two are the same. */
const newRunId = (): string =>
  `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}-${randomUUID().slice(0, 6)}`
