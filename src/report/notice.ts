import { visibleLine } from '../evidence/visible-text.ts'
import { type Cause, causesOf } from './causes.ts'
import { nextStep } from './console.ts'
import { type HistoryEntry, historyEntry, ruleChanges, unchangedSince } from './history/entry.ts'
import type { ConformanceReport } from './model.ts'
import { alarmSentences, readableTime, verdictSentence, verdictWords } from './verdict-sentence.ts'
import { consequenceIn, type Language, titledIn } from './words/language.ts'
import { sentencesIn } from './words/sentences.ts'
import { type SummaryWords, summaryWordsIn } from './words/summary.ts'
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
  /** The rules that fail, one for each cause, the gravest first. */
  readonly failures: readonly Failure[]
  /** Of the words that are made of it. */
  readonly language: Language
  readonly command: string
  /** The page of the CI job. */
  readonly job: string | undefined
}

interface Failure {
  readonly rule: string
  readonly title: string
  /** What it means for a service, in a sentence. */
  readonly consequence: string
  /** The other rules that the same cause breaks. */
  readonly with: readonly string[]
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
  untitled: ConformanceReport,
  earlier: readonly HistoryEntry[],
  job: string | undefined,
  language: Language = 'en',
): Notice | undefined => {
  const report = titledIn(language, untitled)
  const words = summaryWordsIn(language)
  if (report.run.selection !== 'full') return undefined
  const entries = earlier.filter(({ id }) => id !== report.run.id)
  const before = entries.at(-1)
  const now = historyEntry(report)
  const isSame = before !== undefined && stateOf(before) === stateOf(now)
  if (isSame || (before === undefined && stateOf(now) === 'conformant')) return undefined
  const { environment } = report.target
  const causes = causesOf(report)
  return {
    environment,
    language,
    verdict: verdictWords(report, language),
    isConformant: stateOf(now) === 'conformant',
    isDeviating: causes.length > 0 || report.register.restored === false,
    before: verdictOf(before, language),
    run: report.run.id,
    at: report.run.finishedAt,
    lines: [
      verdictSentence(report, language),
      ...alarmSentences(report, language),
      sinceSentence(now, entries, language),
      ...changedSentence(now, before, words),
      ...report.trouble,
    ].map(visibleLine),
    failures: causes.slice(0, mostRules).map((cause) => failureOf(cause, language)),
    command: nextStep(report, `reports/${environment}`),
    job,
  }
}

/** A register that was not put back is another state than the verdict alone. */
const stateOf = ({ verdict, isAlarm }: Pick<HistoryEntry, 'verdict' | 'isAlarm'>): string =>
  isAlarm ? `${verdict}!` : verdict

const verdictOf = (entry: HistoryEntry | undefined, language: Language): string | undefined =>
  entry === undefined ? undefined : sentencesIn(language).environmentVerdicts[entry.verdict]

const sinceSentence = (
  now: HistoryEntry,
  entries: readonly HistoryEntry[],
  language: Language,
): string => {
  const words = summaryWordsIn(language)
  const at = (time: string) => readableTime(time, language)
  const since = words.since(at(now.startedAt))
  const earlier = unchangedSince(entries)
  if (earlier === undefined) return `${since} ${words.noneRemembered}`
  const verdict = verdictOf(earlier.since, language) ?? ''
  return `${since} ${words.before(verdict, earlier.runs, at(earlier.since.startedAt))}`
}

/** What fails that did not, and what fails no more. */
const changedSentence = (
  now: HistoryEntry,
  before: HistoryEntry | undefined,
  words: SummaryWords,
): readonly string[] => {
  if (before === undefined) return []
  const changes = ruleChanges(before, now)
  const named = (ids: readonly string[]) => ids.slice(0, mostRules).join(', ')
  const more = changes.filter(({ to }) => to === 'failed').map(({ id }) => id)
  const fewer = changes.filter(({ from }) => from === 'failed').map(({ id }) => id)
  return [
    ...(more.length === 0 ? [] : [words.failsNow(named(more))]),
    ...(fewer.length === 0 ? [] : [words.failedBefore(named(fewer))]),
  ]
}

const failureOf = ({ lead, followers }: Cause, language: Language): Failure => {
  const { id, title, observations, reason } = lead
  const [first] = observations.flatMap(({ where, findings }) =>
    findings.map((finding) => ({ ...finding, at: `${where}: ${finding.at}` })),
  )
  return {
    rule: id,
    title,
    consequence: consequenceIn(language, id) ?? '',
    with: followers.map((rule) => rule.id),
    at: visibleLine(first?.at ?? reason),
    expected: visibleLine(first?.expected ?? ''),
    received: visibleLine(first?.actual ?? ''),
  }
}

/** The notice in one line: the title of an issue, the first line of a message. */
export const noticeTitle = ({ environment, verdict, before, language }: Notice): string =>
  summaryWordsIn(language).title(environment, verdict, before)

/** The notice as lines of plain text, for receivers that show text as it is. */
export const noticeText = ({
  lines,
  failures,
  command,
  job,
  language,
}: Notice): readonly string[] => {
  const words = summaryWordsIn(language)
  return [
    ...lines,
    ...failures.map(
      ({ rule, title, consequence, at, expected, received, with: others }) =>
        `${rule} ${title}. ${consequence} ${at}: ${words.expected} ${expected}, ${words.received} ${received}.${others.length === 0 ? '' : ` ${words.with(others.join(', '))}`}`,
    ),
    `${words.next}: ${command}`,
    ...(job === undefined ? [] : [job]),
  ]
}

/** GitHub looks for names in what it has rendered: an entity or a backslash would not keep it from telling somebody. */
const unmentioned = (text: string): string => text.replaceAll('@', '@\u200b')

/** The notice in Markdown: nothing in it is markup of somebody else's, and nobody is mentioned. */
export const noticeMarkdown = (notice: Notice): string => {
  const { lines, failures, command, job, at, language } = notice
  const words = summaryWordsIn(language)
  return [
    ...lines.map((line) => `${unmentioned(prose(line))}\n`),
    ...failures.map(
      ({ rule, title, consequence, at: where, expected, received, with: others }) =>
        `- **${rule}** ${unmentioned(prose(title))}. ${prose(consequence)} ${code(where)} ${words.expected} ${code(expected)}, ${words.received} ${code(received)}${others.length === 0 ? '' : `. ${words.with(others.join(', '))}`}`,
    ),
    `\n${words.next}: ${code(command)}\n`,
    ...(job === undefined ? [] : [`${words.job}: <${job}>\n`]),
    words.judgedUntil(at),
  ].join('\n')
}
