import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
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
import { openRoughNetwork, type Roughness } from './rough-network.ts'
import { withSection } from './sections.ts'
import { type SoakFigures, type SoakRun, soakSection } from './soak-page.ts'

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
