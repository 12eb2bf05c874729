import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeSandboxFile } from '../config/sandbox-file.ts'
import { projectFolder } from '../contract/project-folder.ts'
import { createShared, type ReferenceEnvironment, startReference } from '../reference/start.ts'
import { asConfigured } from '../run/started-reference.ts'
import { mainJob } from './main-job.ts'
import { type Measurement, measureInTurn, median } from './measure.ts'
import { withSection } from './page.ts'

/** How many pairs count, and who hears of each. */
export interface SeveralHostsOptions {
  readonly rounds: number
  readonly onProgress: (line: string) => void
}

const names = ['one host', 'several hosts'] as const

/**
 * Measures the main job where the login has one host beside the same where it has several, in turn, and keeps the
 * figures in docs/benchmarks.md; gives them as lines.
 */
export const runSeveralHosts = async ({
  rounds,
  onProgress,
}: SeveralHostsOptions): Promise<readonly string[]> => {
  const root = projectFolder()
  const folder = await mkdtemp(join(tmpdir(), 'krr-bench-'))
  const shared = await createShared()
  const references: ReferenceEnvironment[] = []
  try {
    const jobs = await Promise.all(
      names.map(async (name, at) => {
        const reference = await startReference({ shared, hasSeveralHosts: at === 1 })
        references.push(reference)
        const stateDir = join(folder, String(at))
        writeSandboxFile(stateDir, asConfigured(reference))
        return mainJob(root, { name, environments: 'sandbox', folder: stateDir })
      }),
    )
    const lines = figuresOf(await measureInTurn(jobs, rounds, onProgress))
    const path = join(root, 'docs', 'benchmarks.md')
    await writeFile(path, withSection(await readFile(path, 'utf8'), section(lines, rounds)))
    return lines
  } finally {
    await Promise.all(references.map((reference) => reference.stop()))
    await rm(folder, { recursive: true, force: true })
  }
}

/** The lines of the section: each of the two, and what the pairs say. */
const figuresOf = (results: ReadonlyMap<string, readonly Measurement[]>): readonly string[] => {
  const [one = [], several = []] = names.map((name) => results.get(name))
  const row = (name: string, of: readonly Measurement[]): string => {
    const seconds = (value: (own: Measurement) => number) =>
      (median(of.map(value)) / 1_000).toFixed(2)
    return `| ${name} | ${seconds(({ cpuMs }) => cpuMs)} s | ${seconds(({ wallMs }) => wallMs)} s |`
  }
  const ratios = one.map(({ cpuMs }, at) => (several[at]?.cpuMs ?? Number.NaN) / cpuMs)
  const shown = (value: number): string => value.toFixed(2)
  return [
    '| | CPU-seconds, median | wall, median |',
    '|-|-|-|',
    ...[row(names[0], one), row(names[1], several)],
    '',
    `- Several hosts to one, CPU-seconds of each pair: median ${shown(median(ratios))}, from ${shown(Math.min(...ratios))} to ${shown(Math.max(...ratios))}, of ${ratios.length} pairs.`,
  ]
}

const section = (lines: readonly string[], rounds: number): string =>
  [
    '## Several hosts',
    '',
    'Written by `npm run bench -- --several-hosts`: the main job against a sandbox whose login has one host, and against one whose',
    `login, TestID and MinID are at hosts of their own. Whole processes in turn (A B A B), a pair that is not counted, then ${rounds}.`,
    'CPU-seconds are those of the run with its threads and of the browser, as the kernel has them at the end; the servers run in the',
    'process that measures.',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${cpus().length} cores; the load average was ${(loadavg()[0] ?? 0).toFixed(1)} when it ended.`,
    '',
    ...lines,
    '',
  ].join('\n')
