import { causesOf } from '../causes.ts'
import { countRules, levels } from '../counts.ts'
import { type FindingGroup, findingGroups } from '../finding-groups.ts'
import { type ConformanceReport, type RuleResult, verdicts } from '../model.ts'
import { trustSentence } from '../trust-sentence.ts'
import { rulesWith, unsettledMusts } from '../verdict.ts'
import { failingSince, remarks, verdictSentence, verdictWords } from '../verdict-sentence.ts'
import { consequenceIn, type Language, titledIn } from '../words/language.ts'
import { sentencesIn } from '../words/sentences.ts'
import { type SummaryWords, summaryWordsIn } from '../words/summary.ts'
import { repeatCommand } from './html/findings.ts'
import { code, prose, table } from './markdown-text.ts'

/** So much is shown that a job summary, 1 MiB at GitHub, is never full: the rest is in report.html. */
const most = { rules: 40, findings: 5, places: 3 }

/** A summary for a CI job: the verdict first, then what deviates, what was not judged, the figures. */
export const writeMarkdown = (untitled: ConformanceReport, language: Language = 'en'): string => {
  const report = titledIn(language, untitled)
  const words = summaryWordsIn(language)
  const shown = { report, language, words }
  const { rules, target } = report
  const sections = [
    [`# ${prose(target.environment)}: ${verdictWords(report, language)}`],
    [`**${prose(verdictSentence(report, language))}**`],
    remarks(report, language).map(item),
    section(words.deviations, byCause(shown), rulesWith(rules, 'MUST', 'failed').length),
    notJudged(unjudged(report), shown),
    deviations(words.warnings, rulesWith(rules, 'SHOULD', 'failed'), shown),
    deviations(words.observed, rulesWith(rules, 'INFO', 'failed'), shown),
    figures(report, shown),
    origin(shown),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** What each part is written from. */
interface Shown {
  readonly report: ConformanceReport
  readonly language: Language
  readonly words: SummaryWords
}

const item = (text: string): string => `- ${prose(text)}`

const section = (title: string, lines: readonly string[], count?: number): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}${count === undefined ? '' : ` (${count})`}`, '', ...lines]

const deviations = (title: string, rules: readonly RuleResult[], shown: Shown): readonly string[] =>
  section(
    title,
    [
      ...rules.slice(0, most.rules).flatMap((rule) => deviation(rule, shown)),
      ...(rules.length > most.rules ? [`- ${shown.words.more(rules.length - most.rules)}`] : []),
    ],
    rules.length,
  )

/** The failed MUST rules, those of one cause behind the one that leads them; the first has the command to copy. */
const byCause = (shown: Shown): readonly string[] => {
  const { report, words } = shown
  const causes = causesOf(report)
  const [first] = causes
  const rules = causes.flatMap(({ lead, followers }) => [
    { rule: lead, cause: undefined },
    ...followers.map((rule) => ({ rule, cause: lead.id })),
  ])
  return [
    ...rules.slice(0, most.rules).flatMap(({ rule, cause }) => deviation(rule, shown, cause)),
    ...(rules.length > most.rules ? [`- ${words.more(rules.length - most.rules)}`] : []),
    ...(first === undefined
      ? []
      : ['', `${words.seeAgain}: ${code(repeatCommand(first.lead, report.target.environment))}`]),
  ]
}

const deviation = (
  rule: RuleResult,
  { report, language, words }: Shown,
  cause?: string,
): readonly string[] => {
  const cited = rule.citations
    .map(({ source, section }) => prose(`${source}, ${section}`))
    .join('; ')
  const groups = findingGroups(rule, report.target)
  const since = failingSince(report, rule.id, language)
  const more = groups.length - most.findings
  const consequence = consequenceIn(language, rule.id)
  return [
    `- **${rule.id}** ${prose(rule.title)} (${rule.level}, ${rule.basis}: ${cited})`,
    ...(consequence === undefined || rule.level !== 'MUST' ? [] : [`  - ${prose(consequence)}`]),
    ...(cause === undefined ? [] : [`  - ${words.sameCause(cause)}`]),
    ...(since === undefined || rule.level !== 'MUST' ? [] : [`  - ${prose(since)}`]),
    ...groups.slice(0, most.findings).map((group) => groupLine(group, words)),
    ...(more > 0 ? [`  - ${words.moreFindings(more)}`] : []),
  ]
}

/** One difference with the first of its places: a fault shows in many at once. */
const groupLine = ({ finding, places }: FindingGroup, words: SummaryWords): string => {
  const { at, expected, actual } = finding
  const what = `${code(at)} ${words.expected} ${code(expected)}, ${words.received} ${code(actual)}`
  const [first, ...others] = places
  if (first !== undefined && others.length === 0) {
    return `  - ${prose(first.where)}: ${what} (${namesOf(first)})`
  }
  const named = places
    .slice(0, most.places)
    .map((place) => `${prose(place.where)} (${namesOf(place)})`)
    .join(', ')
  const more = places.length - most.places
  return `  - ${words.inPlaces(places.length)}: ${what}: ${named}${more > 0 ? words.andMore(more) : ''}`
}

const namesOf = ({ name, fingerprint }: FindingGroup['places'][number]): string =>
  [name, fingerprint]
    .filter((own) => own !== undefined)
    .map(code)
    .join(' ')

const unjudged = ({ rules, run }: ConformanceReport): readonly RuleResult[] => [
  ...unsettledMusts(rules),
  ...rulesWith(rules, 'SHOULD', 'inconclusive', 'errored', 'not-run'),
  ...rulesWith(rules, 'INFO', 'inconclusive', 'errored', 'not-run'),
  ...(run.selection === 'partial' ? [] : rulesWith(rules, 'MUST', 'not-exercised')),
  ...rulesWith(rules, 'MUST', 'not-applicable'),
]

const notJudged = (rules: readonly RuleResult[], { language, words }: Shown): readonly string[] => {
  const { ruleVerdicts } = sentencesIn(language)
  return section(
    words.notJudged,
    rules.length === 0
      ? []
      : table(
          words.columns,
          rules.map(({ id, title, level, verdict, reason }) => [
            `**${id}** ${prose(title)}`,
            level,
            ruleVerdicts[verdict],
            prose(reason),
          ]),
        ),
    rules.length,
  )
}

const figures = ({ rules }: ConformanceReport, { language, words }: Shown): readonly string[] => {
  const { byLevel, failures } = countRules(rules)
  const { ruleVerdicts } = sentencesIn(language)
  return section(words.figures, [
    ...table(
      ['', ...verdicts.map((verdict) => ruleVerdicts[verdict])],
      levels.map((level) => [level, ...verdicts.map((verdict) => byLevel[level][verdict])]),
    ),
    '',
    words.byBasis(failures.promised, failures.standard),
  ])
}

const origin = ({ report, words }: Shown): readonly string[] => {
  const { target, run, contract } = report
  const before = run.loginMadeAt === undefined ? '' : words.loggedInBefore(prose(run.loginMadeAt))
  return [
    `${words.run} ${code(run.id)} ${words.of} ${prose(run.startedAt)}, ${(run.durationMs / 1000).toFixed(1)} s, ` +
      `${words.counts(run.requests, run.logins)}${before}; ` +
      `API ${code(target.apiUrl)}, ${words.issuer} ${code(target.issuer)}; ` +
      `${words.contract} ${code(contract.source)} (sha256 ${code(contract.sha256.slice(0, 12))}); ` +
      `krr-conformance ${prose(run.harnessVersion)}, ${words.ruleSet} ${run.ruleSet}.`,
    prose(trustSentence(report)),
  ]
}
