import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigurationError } from '../config/configuration-error.ts'
import { completeEmbedded } from '../config/embedded.ts'
import { loadConfiguration } from '../config/load.ts'
import { projectFolder } from '../contract/project-folder.ts'
import { createShared, startReference } from '../reference/start.ts'
import type { ConformanceReport } from '../report/model.ts'
import { writeReport } from '../report/write.ts'
import { startConformanceRun } from '../run/conformance-run.ts'
import { openSuites } from '../run/run-suites.ts'
import { asConfigured } from '../run/started-reference.ts'
import { median } from './measure.ts'
import { withSection } from './page.ts'
import { openRoughNetwork, type Roughness } from './rough-network.ts'

/** What came of one run of a soak. */
export interface SoakRun {
  readonly verdict: string
  readonly durationMs: number
  /** Requests that failed at first and then had their answer. */
  readonly flakes: number
  readonly isRestored: boolean
  /** The rules that a conforming environment must not have, in words. */
  readonly unsettled: readonly string[]
}

export interface SoakFigures {
  readonly runs: readonly SoakRun[]
  /** What went over the rough network: requests and handshakes, and how many of them were reset. */
  readonly asked: number
  readonly resets: number
}

/** The figures as a section of docs/benchmarks.md. */
const soakSection = ({ runs, asked, resets }: SoakFigures): string => {
  const seconds = runs.map(({ durationMs }) => durationMs / 1_000)
  const flakes = runs.reduce((sum, run) => sum + run.flakes, 0)
  return [
    '## Soak',
    '',
    'Written by `npm run bench -- --soak N`: full runs of the main job, one after the other in one process, against one',
    'reference environment over a network that is 5 to 80 ms late with each answer and resets the connection at 1 % of',
    'all requests and handshakes, the login’s among them. Logins are headless. Every verdict must be conformant.',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${cpus().length} cores, beside other work.`,
    '',
    `- Runs: ${runs.length}. Verdicts: ${counted(runs)}.`,
    ...runs.flatMap(({ verdict, durationMs, unsettled }, index) =>
      verdict === 'conformant'
        ? []
        : [
            `- Run ${index + 1}, ${(durationMs / 1_000).toFixed(1)} s: ${verdict}; ${unsettled[0]}.`,
          ],
    ),
    `- Connections reset: ${resets} of ${asked} requests and handshakes (${((100 * resets) / asked).toFixed(2)} %); ${flakes} recorded requests recovered from one.`,
    `- The language was left as it was found in ${runs.filter(({ isRestored }) => isRestored).length} of them.`,
    `- A run took ${median(seconds).toFixed(1)} s in the median, ${Math.max(...seconds).toFixed(1)} s at most.`,
    '',
  ].join('\n')
}

const counted = (runs: readonly SoakRun[]): string => {
  const counts = new Map<string, number>()
  for (const { verdict } of runs) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ')
}

export interface SoakOptions {
  readonly runs: number
  readonly onProgress: (line: string) => void
}

const roughness: Roughness = { jitterMs: [5, 80], resets: 0.01 }

/**
 * Judges the conforming reference environment over a rough network again and again, in one process, and keeps the
 * figures in docs/benchmarks.md; gives them. Every verdict but `conformant` is one too many.
 */
export const runSoak = async ({ runs, onProgress }: SoakOptions): Promise<SoakFigures> => {
  const stateDir = await mkdtemp(join(tmpdir(), 'krr-soak-'))
  const { overrides, settings } = headlessReference(stateDir)
  const suites = await openSuites()
  const ways: Awaited<ReturnType<typeof openRoughNetwork>>[] = []
  const wayTo = async (port: number): Promise<number> => {
    const way = await openRoughNetwork(port, roughness)
    ways.push(way)
    return way.port
  }
  const reference = await startReference({ shared: await createShared(), opFront: wayTo })
  try {
    const apiUrl = new URL(reference.apiUrl)
    apiUrl.port = String(await wayTo(Number(apiUrl.port)))
    const specUrl = Object.assign(new URL(reference.specUrl), { port: apiUrl.port })
    const environment = completeEmbedded(overrides, {
      ...asConfigured(reference),
      apiUrl: apiUrl.href,
      specUrl: specUrl.href,
    })
    const judge = async (): Promise<ConformanceReport | undefined> => {
      const stop = async () => {}
      const expiry = { client: reference.shortLivedClient }
      const started = Promise.resolve({ environment, expiry, stop })
      const run = startConformanceRun({
        settings,
        isFull: true,
        starting: [{ name: environment.name, started }],
      })
      try {
        const { reports, broken, failures, ending } = await suites.run(run)
        if (ending !== undefined) return undefined
        const [report] = reports
        if (report === undefined || broken !== undefined)
          throw new SoakError(broken ?? failures[0]?.problems[0] ?? 'a run has no report')
        return report
      } finally {
        await run.close()
      }
    }
    const judged: SoakRun[] = []
    const figures = (): SoakFigures => {
      const counted = ways.map((way) => way.figures())
      const sum = (name: 'asked' | 'resets') => counted.reduce((all, one) => all + one[name], 0)
      return { runs: judged, asked: sum('asked'), resets: sum('resets') }
    }
    for (let number = 1; number <= runs; number += 1) {
      const report = await judge()
      if (report === undefined) break
      const run = soakRunOf(report)
      judged.push(run)
      // What flipped is kept to be looked at.
      if (run.verdict !== 'conformant')
        await writeReport(report, join('reports', 'soak', `${number}`))
      const odd =
        run.verdict === 'conformant'
          ? ''
          : `  ${run.unsettled.slice(0, 3).join('; ').slice(0, 600)}`
      const seconds = (run.durationMs / 1_000).toFixed(1)
      onProgress(
        `${number} of ${runs}  ${run.verdict}  ${seconds} s  ${run.flakes} requests recovered${odd}`,
      )
      await keep(figures())
    }
    return figures()
  } finally {
    await suites.close()
    await reference.stop()
    await Promise.all(ways.map((way) => way.close()))
    await rm(stateDir, { recursive: true, force: true })
  }
}

const soakRunOf = ({ verdict, run, rules, flakes, register }: ConformanceReport): SoakRun => ({
  verdict,
  durationMs: run.durationMs,
  flakes: flakes?.length ?? 0,
  isRestored: register.restored === true,
  unsettled: rules
    .filter(({ verdict }) => ['failed', 'errored', 'inconclusive', 'not-run'].includes(verdict))
    .map((rule) => `${rule.id} ${rule.verdict}: ${rule.reason ?? ''}`),
})

/** After each run: one that is ended early has measured what it has. */
const keep = async (figures: SoakFigures): Promise<void> => {
  const path = join(projectFolder(), 'docs', 'benchmarks.md')
  await writeFile(path, withSection(await readFile(path, 'utf8'), soakSection(figures)))
}

const headlessReference = (stateDir: string) => {
  const { environments, settings } = loadConfiguration({
    env: { KRR_ENV: 'reference', KRR_REFERENCE_LOGIN: 'headless', KRR_STATE_DIR: stateDir },
    argv: {},
  })
  const [reference] = environments
  if (reference?.kind !== 'embedded')
    throw new ConfigurationError(['the reference environment cannot be used'])
  return { overrides: reference.overrides, settings }
}

/** A run of the soak came to no verdict: its figure would mean nothing. */
class SoakError extends Error {
  override readonly name = 'SoakError'
  readonly code = 'SOAK'
}
