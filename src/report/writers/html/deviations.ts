import { findingGroups } from '../../finding-groups.ts'
import type { ConformanceReport, RuleResult } from '../../model.ts'
import { causeOf, rulesWith } from '../../verdict.ts'
import { counted } from '../../verdict-sentence.ts'
import { findingList, repeatLines } from './findings.ts'
import type { Limits } from './limits.ts'
import { citation, ruleLink } from './links.ts'
import { html, type Markup } from './markup.ts'
import { ruleTone, verdictTag } from './tone.ts'

/** Failed MUST rules, each with the sentence, the difference and the way to see it again. */
export const deviations = (report: ConformanceReport, limits: Limits): Markup | undefined =>
  group('deviations', 'Deviations', rulesWith(report.rules, 'MUST', 'failed'), report, limits)

/** Failed SHOULD rules, then what INFO rules saw. */
export const warnings = (
  report: ConformanceReport,
  limits: Limits,
): readonly (Markup | undefined)[] => [
  group('warnings', 'Warnings', rulesWith(report.rules, 'SHOULD', 'failed'), report, limits),
  group('observed', 'Observed', rulesWith(report.rules, 'INFO', 'failed'), report, limits),
]

const meanings: Readonly<Record<string, string>> = {
  deviations:
    'MUST rules that the environment does not keep. Words that differ are underlined: with dashes what was expected, solid what came in its place. Each place has the name to replay it by, and the fingerprint that known-deviations.yaml takes where only others can mend it: npm run krr -- gate waive --env NAME prints the entry.',
  warnings: 'SHOULD rules that it does not keep. They fail no run.',
  observed: 'What INFO rules met and tell. It is neither right nor wrong.',
}

const group = (
  id: string,
  title: string,
  rules: readonly RuleResult[],
  report: ConformanceReport,
  limits: Limits,
): Markup | undefined =>
  rules.length === 0
    ? undefined
    : html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title} <span class="count">${rules.length}</span></h2>
<p class="lead">${meanings[id]}</p>
${rules.map((rule) => deviation(rule, report, limits))}
</section>
`

const deviation = (rule: RuleResult, { target }: ConformanceReport, limits: Limits): Markup => {
  const groups = findingGroups(rule, target)
  const more = groups.length - limits.findings
  const cause = causeOf(rule)
  return html`<article id="deviation-${rule.id}" class="deviation ${ruleTone(rule)}">
<h3>${rule.title}</h3>
<p class="facts">${verdictTag(rule)} ${ruleLink(rule)} <span>${rule.level}, ${rule.basis}</span></p>
${rule.citations
  .filter(({ quote }) => quote !== undefined)
  .slice(0, 2)
  .map(citation)}
${groups.length === 0 ? html`<p>${rule.reason}</p>` : findingList(groups, limits)}
${cause === undefined ? undefined : html`<p>Follows from <a href="#${cause}">${cause}</a>: one fault is behind both.</p>`}
${more > 0 ? html`<p><a href="#${rule.id}">${counted(more, 'more difference')}</a></p>` : undefined}
${rule.level === 'INFO' ? undefined : repeatLines(rule, target.environment)}
</article>
`
}
