import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { recentRuns } from '../flakes.ts'
import type { ConformanceReport } from '../model.ts'
import { type HistoryEntry, historyEntry } from './entry.ts'

/** The runs of one environment, as far as anything is known of them. */
export interface History {
  readonly environment: string
  /** The oldest first, each run once. */
  readonly entries: readonly HistoryEntry[]
  /** Ids of the runs whose reports are still there. */
  readonly kept: ReadonlySet<string>
}

const fileOf = (reportDir: string, environment: string): string =>
  join(reportDir, environment, 'runs', 'history.ndjson')

/** Adds a full run to what is remembered of its environment. */
export const remember = async (report: ConformanceReport, reportDir: string): Promise<void> => {
  const { environment } = report.target
  await mkdir(join(reportDir, environment, 'runs'), { recursive: true })
  await append(reportDir, environment, [historyEntry(report)])
}

/** Which requests failed at first in the runs that are remembered, and how many; undefined before the first. */
export const flakesBefore = async (
  reportDir: string,
  environment: string,
): Promise<ConformanceReport['flakesBefore']> => {
  const runs = [...(await rememberedIn(fileOf(reportDir, environment))).values()]
  return runs.length === 0
    ? undefined
    : {
        runs: runs.length,
        flakes: runs.reduce((sum, { flakes }) => sum + flakes.length, 0),
        recent: [
          ...new Set(
            runs
              .toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1))
              .slice(0, recentRuns)
              .flatMap(({ flakes }) => flakes.map(({ label }) => label)),
          ),
        ].toSorted(),
      }
}

/**
 * What is remembered of an environment. Runs that are there and were not remembered, those of an earlier harness say,
 * are read once, the newest first and at most so many; a run that cannot be read is passed over.
 */
export const recall = async (
  reportDir: string,
  environment: string,
  atMost = Number.POSITIVE_INFINITY,
): Promise<History> => {
  const [known, ids] = await Promise.all([
    rememberedIn(fileOf(reportDir, environment)),
    runsIn(join(reportDir, environment, 'runs')),
  ])
  const unknown = ids
    .filter((id) => !known.has(id))
    .toSorted()
    .toReversed()
  const found: HistoryEntry[] = []
  for (const id of unknown) {
    if (found.length >= atMost) break
    const entry = await entryIn(join(reportDir, environment, 'runs', id, 'report.json'))
    if (entry?.id === id) found.push(entry)
  }
  if (found.length > 0) await append(reportDir, environment, found)
  for (const entry of found) known.set(entry.id, entry)
  const entries = [...known.values()].toSorted((one, other) =>
    one.startedAt < other.startedAt ? -1 : 1,
  )
  return { environment, entries, kept: new Set(ids) }
}

const append = (reportDir: string, environment: string, entries: readonly HistoryEntry[]) =>
  appendFile(
    fileOf(reportDir, environment),
    entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  )

const rememberedIn = async (path: string): Promise<Map<string, HistoryEntry>> => {
  const text = await readFile(path, 'utf8').catch(() => '')
  const known = new Map<string, HistoryEntry>()
  for (const line of text.split('\n')) {
    const entry = line === '' ? undefined : parsed(line)
    if (isEntry(entry)) known.set(entry.id, entry)
  }
  return known
}

const entryIn = async (path: string): Promise<HistoryEntry | undefined> => {
  try {
    const report = parsed(await readFile(path, 'utf8')) as ConformanceReport
    return report.run.selection === 'full' ? historyEntry(report) : undefined
  } catch {
    return undefined
  }
}

const runsIn = async (path: string): Promise<readonly string[]> => {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** A line that a full disk cut, or that another harness wrote, is no entry. */
const isEntry = (value: unknown): value is HistoryEntry => {
  if (typeof value !== 'object' || value === null) return false
  const { id, startedAt, verdict, rules, target, flakes, expiries } = value as Partial<HistoryEntry>
  return (
    typeof id === 'string' &&
    typeof startedAt === 'string' &&
    typeof verdict === 'string' &&
    typeof target?.apiUrl === 'string' &&
    typeof rules === 'object' &&
    Array.isArray(flakes) &&
    Array.isArray(expiries)
  )
}
