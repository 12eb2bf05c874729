import { countRules, levels } from '../counts.ts'
import { type FindingGroup, findingGroups } from '../finding-groups.ts'
import { type ConformanceReport, type RuleResult, verdicts } from '../model.ts'
import { trustSentence } from '../trust-sentence.ts'
import { causeOf, rulesWith, unsettledMusts } from '../verdict.ts'
import {
  counted,
  failingSince,
  remarks,
  verdictSentence,
  verdictWords,
} from '../verdict-sentence.ts'
import { type Language, titledIn } from '../words/language.ts'
import { code, prose, table } from './markdown-text.ts'

/** So much is shown that a job summary, 1 MiB at GitHub, is never full: the rest is in report.html. */
const most = { rules: 40, findings: 5, places: 3 }

/** A summary for a CI job: the verdict first, then what deviates, what was not judged, the figures. */
export const writeMarkdown = (untitled: ConformanceReport, language: Language = 'en'): string => {
  const report = titledIn(language, untitled)
  const { rules, target } = report
  const sections = [
    [`# ${prose(target.environment)}: ${verdictWords(report)}`],
    [`**${prose(verdictSentence(report))}**`],
    remarks(report).map(item),
    deviations('Deviations', rulesWith(rules, 'MUST', 'failed'), report),
    notJudged(unjudged(report)),
    deviations('Warnings', rulesWith(rules, 'SHOULD', 'failed'), report),
    deviations('Observed', rulesWith(rules, 'INFO', 'failed'), report),
    figures(report),
    origin(report),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

const item = (text: string): string => `- ${prose(text)}`

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines]

const deviations = (
  title: string,
  rules: readonly RuleResult[],
  report: ConformanceReport,
): readonly string[] =>
  section(rules.length === 0 ? title : `${title} (${rules.length})`, [
    ...rules.slice(0, most.rules).flatMap((rule) => deviation(rule, report)),
    ...(rules.length > most.rules ? [`- and ${rules.length - most.rules} more: report.html`] : []),
  ])

const deviation = (rule: RuleResult, report: ConformanceReport): readonly string[] => {
  const cited = rule.citations
    .map(({ source, section }) => prose(`${source}, ${section}`))
    .join('; ')
  const groups = findingGroups(rule, report.target)
  const since = failingSince(report, rule.id)
  const more = groups.length - most.findings
  const cause = causeOf(rule)
  return [
    `- **${rule.id}** ${prose(rule.title)} (${rule.level}, ${rule.basis}: ${cited})`,
    ...(cause === undefined ? [] : [`  - follows from ${cause}`]),
    ...(since === undefined || rule.level !== 'MUST' ? [] : [`  - ${prose(since)}`]),
    ...groups.slice(0, most.findings).map(groupLine),
    ...(more > 0 ? [`  - and ${counted(more, 'more finding')}: report.html`] : []),
  ]
}

/** One difference with the first of its places: a fault shows in many at once. */
const groupLine = ({ finding, places }: FindingGroup): string => {
  const { at, expected, actual } = finding
  const what = `${code(at)} expected ${code(expected)}, received ${code(actual)}`
  const [first, ...others] = places
  if (first !== undefined && others.length === 0) {
    return `  - ${prose(first.where)}: ${what} (${namesOf(first)})`
  }
  const named = places
    .slice(0, most.places)
    .map((place) => `${prose(place.where)} (${namesOf(place)})`)
    .join(', ')
  const more = places.length - most.places
  return `  - in ${places.length} places: ${what}: ${named}${more > 0 ? ` and ${more} more` : ''}`
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

const notJudged = (rules: readonly RuleResult[]): readonly string[] =>
  section(
    `Not judged (${rules.length})`,
    rules.length === 0
      ? []
      : table(
          ['rule', 'level', 'verdict', 'why'],
          rules.map(({ id, title, level, verdict, reason }) => [
            `**${id}** ${prose(title)}`,
            level,
            verdict,
            prose(reason),
          ]),
        ),
  )

const figures = ({ rules }: ConformanceReport): readonly string[] => {
  const { byLevel, failures } = countRules(rules)
  return section('Figures', [
    ...table(
      ['', ...verdicts],
      levels.map((level) => [level, ...verdicts.map((verdict) => byLevel[level][verdict])]),
    ),
    '',
    `Failed MUST rules by basis: ${failures.promised} documented or observed, ${failures.standard} standard.`,
  ])
}

const beforehand = ({ loginMadeAt }: ConformanceReport['run']): string =>
  loginMadeAt === undefined ? '' : ` (one was made before the run, at ${prose(loginMadeAt)})`

const origin = (report: ConformanceReport): readonly string[] => {
  const { target, run, contract } = report
  return [
    `Run ${code(run.id)} of ${prose(run.startedAt)}, ${(run.durationMs / 1000).toFixed(1)} s, ` +
      `${counted(run.requests, 'request')}, ${counted(run.logins, 'login')}${beforehand(run)}; ` +
      `API ${code(target.apiUrl)}, issuer ${code(target.issuer)}; ` +
      `contract ${code(contract.source)} (sha256 ${code(contract.sha256.slice(0, 12))}); ` +
      `krr-conformance ${prose(run.harnessVersion)}, rule set ${run.ruleSet}.`,
    prose(trustSentence(report)),
  ]
}
