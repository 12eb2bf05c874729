import { visibleLine } from '../evidence/visible-text.ts'
import { nextStep } from './console.ts'
import { type HistoryEntry, historyEntry, ruleChanges, unchangedSince } from './history/entry.ts'
import type { ConformanceReport, RuleResult } from './model.ts'
import { rulesWith } from './verdict.ts'
import {
  alarmSentences,
  counted,
  readableTime,
  verdictSentence,
  verdictWords,
} from './verdict-sentence.ts'
import { code, prose } from './writers/markdown-text.ts'

/** A verdict that is another one than in the full run before: what somebody is told of it. Masked as the report is. */
export interface Notice {
  readonly environment: string
  /** As the headline of the report has it. */
  readonly verdict: string
  readonly isConformant: boolean
  /** Whether a MUST rule failed, known or not, or the register was not put back. */
  readonly isDeviating: boolean
  /** The verdict of the full run before; undefined where none is remembered. */
  readonly before: string | undefined
  readonly run: string
  readonly at: string
  /** What is so, since when, and the likely cause: sentences. */
  readonly lines: readonly string[]
  /** The rules that fail and did not before, or all that fail. */
  readonly failures: readonly Failure[]
  readonly command: string
  /** The page of the CI job. */
  readonly job: string | undefined
}

interface Failure {
  readonly rule: string
  readonly title: string
  readonly at: string
  readonly expected: string
  readonly received: string
}

/** So many rules are named; the report has them all. */
const mostRules = 10

/**
 * The notice of a full run whose verdict is not that of the run before. Undefined where it is the same, and of a first
 * run that conforms; a partial or interrupted one changes nothing.
 * @param earlier what is remembered of the environment, the oldest first; the run itself may be among it
 */
export const noticeOf = (
  report: ConformanceReport,
  earlier: readonly HistoryEntry[],
  job: string | undefined,
): Notice | undefined => {
  if (report.run.selection !== 'full') return undefined
  const entries = earlier.filter(({ id }) => id !== report.run.id)
  const before = entries.at(-1)
  const now = historyEntry(report)
  const isSame = before !== undefined && stateOf(before) === stateOf(now)
  if (isSame || (before === undefined && stateOf(now) === 'conformant')) return undefined
  const { environment } = report.target
  const failed = rulesWith(report.rules, 'MUST', 'failed')
  return {
    environment,
    verdict: verdictWords(report),
    isConformant: stateOf(now) === 'conformant',
    isDeviating: failed.length > 0 || report.register.restored === false,
    before: before?.verdict,
    run: report.run.id,
    at: report.run.finishedAt,
    lines: [
      verdictSentence(report),
      ...alarmSentences(report),
      sinceSentence(now, entries),
      ...changedSentence(now, before),
      ...report.trouble,
    ].map(visibleLine),
    failures: failed.slice(0, mostRules).map(failureOf),
    command: nextStep(report, `reports/${environment}`),
    job,
  }
}

/** A register that was not put back is another state than the verdict alone. */
const stateOf = ({ verdict, isAlarm }: Pick<HistoryEntry, 'verdict' | 'isAlarm'>): string =>
  isAlarm ? `${verdict}!` : verdict

const sinceSentence = (now: HistoryEntry, entries: readonly HistoryEntry[]): string => {
  const since = `So since the run of ${readableTime(now.startedAt)}.`
  const earlier = unchangedSince(entries)
  return earlier === undefined
    ? `${since} No earlier run is remembered.`
    : `${since} Before, it was ${earlier.since.verdict} in ${counted(earlier.runs, 'run')} since ${readableTime(earlier.since.startedAt)}.`
}

/** What fails that did not, and what fails no more. */
const changedSentence = (
  now: HistoryEntry,
  before: HistoryEntry | undefined,
): readonly string[] => {
  if (before === undefined) return []
  const changes = ruleChanges(before, now)
  const named = (ids: readonly string[]) => ids.slice(0, mostRules).join(', ')
  const more = changes.filter(({ to }) => to === 'failed').map(({ id }) => id)
  const fewer = changes.filter(({ from }) => from === 'failed').map(({ id }) => id)
  return [
    ...(more.length === 0 ? [] : [`Fails now and did not before: ${named(more)}.`]),
    ...(fewer.length === 0 ? [] : [`Failed before and does not now: ${named(fewer)}.`]),
  ]
}

const failureOf = ({ id, title, observations, reason }: RuleResult): Failure => {
  const [first] = observations.flatMap(({ where, findings }) =>
    findings.map((finding) => ({ ...finding, at: `${where}: ${finding.at}` })),
  )
  return {
    rule: id,
    title,
    at: visibleLine(first?.at ?? reason),
    expected: visibleLine(first?.expected ?? ''),
    received: visibleLine(first?.actual ?? ''),
  }
}

/** The notice in one line: the title of an issue, the first line of a message. */
export const noticeTitle = ({ environment, verdict, before }: Notice): string =>
  `KRR environment ${environment}: ${verdict}${before === undefined ? '' : ` (was ${before})`}`

/** The notice as lines of plain text, for receivers that show text as it is. */
export const noticeText = (notice: Notice): readonly string[] => [
  ...notice.lines,
  ...notice.failures.map(
    ({ rule, title, at, expected, received }) =>
      `${rule} ${title}. ${at}: expected ${expected}, received ${received}`,
  ),
  `Next: ${notice.command}`,
  ...(notice.job === undefined ? [] : [notice.job]),
]

/** GitHub looks for names in what it has rendered: an entity or a backslash would not keep it from telling somebody. */
const unmentioned = (text: string): string => text.replaceAll('@', '@\u200b')

/** The notice in Markdown: nothing in it is markup of somebody else's, and nobody is mentioned. */
export const noticeMarkdown = ({ lines, failures, command, job, at }: Notice): string =>
  [
    ...lines.map((line) => `${unmentioned(prose(line))}\n`),
    ...failures.map(
      ({ rule, title, at, expected, received }) =>
        `- **${rule}** ${unmentioned(prose(title))}: ${code(at)} expected ${code(expected)}, received ${code(received)}`,
    ),
    `\nNext: ${code(command)}\n`,
    ...(job === undefined ? [] : [`Job: <${job}>\n`]),
    `Judged until ${at}.`,
  ].join('\n')
