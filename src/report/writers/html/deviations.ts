import { causesOf } from '../../causes.ts'
import { findingGroups } from '../../finding-groups.ts'
import type { ConformanceReport, RuleResult } from '../../model.ts'
import { causeOf, rulesWith } from '../../verdict.ts'
import { consequenceIn } from '../../words/language.ts'
import type { PageWords } from '../../words/page.ts'
import { findingList, repeatLines } from './findings.ts'
import type { Limits } from './limits.ts'
import { citation, ruleLink } from './links.ts'
import { html, type Markup } from './markup.ts'
import { ruleTone, verdictTag } from './tone.ts'

/** Failed MUST rules, each with the sentence, the difference and the way to see it again. */
export const deviations = (
  report: ConformanceReport,
  limits: Limits,
  words: PageWords,
): Markup | undefined => {
  const rules = causesOf(report).flatMap(({ lead, followers }) => [lead, ...followers])
  return group('deviations', rules, report, limits, words)
}

/** Failed SHOULD rules, then what INFO rules saw. */
export const warnings = (
  report: ConformanceReport,
  limits: Limits,
  words: PageWords,
): readonly (Markup | undefined)[] => [
  group('warnings', rulesWith(report.rules, 'SHOULD', 'failed'), report, limits, words),
  group('observed', rulesWith(report.rules, 'INFO', 'failed'), report, limits, words),
]

const group = (
  id: keyof PageWords['meanings'],
  rules: readonly RuleResult[],
  report: ConformanceReport,
  limits: Limits,
  words: PageWords,
): Markup | undefined =>
  rules.length === 0
    ? undefined
    : html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${words.sections[id]} <span class="count">${rules.length}</span></h2>
<p class="lead">${words.meanings[id]}</p>
${rules.map((rule) => deviation(rule, report, limits, words))}
</section>
`

const deviation = (
  rule: RuleResult,
  { target }: ConformanceReport,
  limits: Limits,
  words: PageWords,
): Markup => {
  const consequence = consequenceIn(words.language, rule.id)
  const groups = findingGroups(rule, target)
  const more = groups.length - limits.findings
  const cause = causeOf(rule)
  return html`<article id="deviation-${rule.id}" class="deviation ${ruleTone(rule)}">
<h3>${rule.title}</h3>
<p class="facts">${verdictTag(rule, words.language)} ${ruleLink(rule)} <span>${rule.level}, ${rule.basis}</span></p>
${consequence === undefined ? undefined : html`<p class="consequence">${consequence}</p>`}
${rule.citations
  .filter(({ quote }) => quote !== undefined)
  .slice(0, 2)
  .map(citation)}
${groups.length === 0 ? html`<p>${rule.reason}</p>` : findingList(groups, limits, words)}
${cause === undefined ? undefined : html`<p><a href="#${cause}">${words.followsFrom(cause)}</a></p>`}
${more > 0 ? html`<p><a href="#${rule.id}">${words.moreDifferences(more)}</a></p>` : undefined}
${rule.level === 'INFO' ? undefined : repeatLines(rule, target.environment, words)}
</article>
`
}
