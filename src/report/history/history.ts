import { appendFile, mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseJson } from '../../evidence/exchange.ts'
import { isJsonObject, type JsonObject } from '../../evidence/json.ts'
import { recentRuns } from '../flakes.ts'
import type { ConformanceReport, FailedBefore } from '../model.ts'
import { readReportFile } from '../read-report.ts'
import schema from '../report.schema.json' with { type: 'json' }
import { type HistoryEntry, historyEntry } from './entry.ts'

/** The runs of one environment, as far as anything is known of them. */
export interface History {
  readonly environment: string
  /** The oldest first, each run once. */
  readonly entries: readonly HistoryEntry[]
  /** Ids of the runs whose reports are still there. */
  readonly kept: ReadonlySet<string>
  /** What was passed over, a line each: entries of `history.ndjson` and reports that are none. */
  readonly passedOver: readonly string[]
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
  const runs = [...(await rememberedIn(fileOf(reportDir, environment))).known.values()]
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

/** Which rules the newest remembered runs at an address failed, and since when in a row; undefined before the first. */
export const failedBefore = async (
  reportDir: string,
  { environment, apiUrl }: Pick<ConformanceReport['target'], 'environment' | 'apiUrl'>,
): Promise<FailedBefore | undefined> => {
  const { known } = await rememberedIn(fileOf(reportDir, environment))
  const newestFirst = [...known.values()]
    .filter(({ target }) => target.apiUrl === apiUrl)
    .toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1))
  const failedIn = newestFirst.map(({ rules }) => new Set(rules.failed))
  const [last] = failedIn
  if (last === undefined) return undefined
  const rules = [...last].map((id) => {
    const ended = failedIn.findIndex((failed) => !failed.has(id))
    const runs = ended < 0 ? newestFirst.length : ended
    return { id, since: newestFirst[runs - 1]?.startedAt ?? '', runs }
  })
  return { runs: newestFirst.length, rules }
}

/**
 * What is remembered of an environment. Runs that are there and were not remembered, those of an earlier harness say,
 * are read once, the newest first and at most so many; what cannot be read is passed over and named.
 */
export const recall = async (
  reportDir: string,
  environment: string,
  atMost = Number.POSITIVE_INFINITY,
): Promise<History> => {
  const path = fileOf(reportDir, environment)
  const [{ known, passedOver }, ids] = await Promise.all([
    rememberedIn(path),
    runsIn(join(reportDir, environment, 'runs')),
  ])
  const unknown = ids
    .filter((id) => !known.has(id))
    .toSorted()
    .toReversed()
  const found: HistoryEntry[] = []
  for (const id of unknown) {
    if (found.length >= atMost) break
    const file = join(reportDir, environment, 'runs', id, 'report.json')
    const read = await readReportFile(file)
    if (!('report' in read)) {
      passedOver.push(`${file} is no report and is passed over: ${read.trouble}`)
      continue
    }
    const { run, target } = read.report
    if (run.id !== id || target.environment !== environment) {
      passedOver.push(`${file} is the report of another run and is passed over`)
    } else if (run.selection === 'full') found.push(historyEntry(read.report))
  }
  if (found.length > 0) await append(reportDir, environment, found)
  for (const entry of found) known.set(entry.id, entry)
  const entries = [...known.values()].toSorted((one, other) =>
    one.startedAt < other.startedAt ? -1 : 1,
  )
  return { environment, entries, kept: new Set(ids), passedOver }
}

const append = (reportDir: string, environment: string, entries: readonly HistoryEntry[]) =>
  appendFile(
    fileOf(reportDir, environment),
    entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  )

/** The largest memory that is read: some ten thousand runs. */
const mostBytes = 64 * 1_048_576

/** So many lines that are no entries are named, and the others counted. */
const mostNamed = 5

const rememberedIn = async (
  path: string,
): Promise<{ known: Map<string, HistoryEntry>; passedOver: string[] }> => {
  const known = new Map<string, HistoryEntry>()
  const size = (await stat(path).catch(() => undefined))?.size ?? 0
  if (size > mostBytes) {
    return { known, passedOver: [`${path} has ${size} bytes, more than is read: nothing of it is`] }
  }
  const text = await readFile(path, 'utf8').catch(() => '')
  const bad: number[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line === '') continue
    const entry = parseJson(line)
    if (isEntry(entry)) known.set(entry.id, entry)
    else bad.push(at + 1)
  }
  const named = bad
    .slice(0, mostNamed)
    .map((line) => `${path}:${line} is no run and is passed over`)
  const more = bad.length - named.length
  return {
    known,
    passedOver: more > 0 ? [...named, `${path}: and ${more} more lines like it`] : named,
  }
}

const runsIn = async (path: string): Promise<readonly string[]> => {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

/** A line that a full disk cut, or that somebody else wrote, is no entry. */
const isEntry = (value: unknown): value is HistoryEntry => {
  if (!isJsonObject(value)) return false
  const { rules, target, latency, flakes, expiries } = value
  return (
    isRunId(value['id']) &&
    areTexts(value, 'startedAt', 'finishedAt', 'harnessVersion') &&
    areNumbers(value, 'durationMs', 'ruleSet', 'deviations', 'warnings', 'requests') &&
    verdicts.some((known) => known === value['verdict']) &&
    typeof value['isAlarm'] === 'boolean' &&
    isJsonObject(target) &&
    areTexts(target, 'environment', 'apiUrl', 'issuer') &&
    isJsonObject(rules) &&
    Object.values(rules).every((ids) => isListOf(ids, (id) => typeof id === 'string')) &&
    (latency === undefined ||
      (isJsonObject(latency) && areNumbers(latency, 'median', 'p95', 'answers'))) &&
    isListOf(
      flakes,
      (own) =>
        isJsonObject(own) && areTexts(own, 'label', 'at', 'trouble') && areNumbers(own, 'attempts'),
    ) &&
    isListOf(expiries, (own) => isJsonObject(own) && areTexts(own, 'what', 'of', 'at'))
  )
}

const verdicts = schema.properties.verdict.enum

const isRunId = (value: unknown): boolean =>
  typeof value === 'string' && new RegExp(schema.properties.run.properties.id.pattern).test(value)

const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isItem)

const areTexts = (value: JsonObject, ...names: readonly string[]): boolean =>
  names.every((name) => typeof value[name] === 'string')

const areNumbers = (value: JsonObject, ...names: readonly string[]): boolean =>
  names.every((name) => typeof value[name] === 'number')
