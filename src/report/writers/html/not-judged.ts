import type { ConformanceReport, RuleResult } from '../../model.ts'
import { setAside } from '../../verdict.ts'
import type { PageWords } from '../../words/page.ts'
import { sentencesIn } from '../../words/sentences.ts'
import { ruleLink } from './links.ts'
import { html, type Markup } from './markup.ts'
import { verdictTag } from './tone.ts'

/** What nobody can read out of the verdict: rules that were not judged, or not everywhere, and why. */
export const notJudged = (report: ConformanceReport, words: PageWords): Markup | undefined => {
  const rules = openRules(report)
  if (rules.length === 0) return undefined
  return html`<section id="not-judged" aria-labelledby="not-judged-title">
<h2 id="not-judged-title">${words.notJudgedTitle} <span class="count">${rules.length}</span></h2>
<p class="lead">${words.notJudgedLead}</p>
${byReason(rules, words).map(
  ([reason, own]) => html`<div class="open"><p class="reason">${reason}</p>
<ul class="rules">${own.map(
    (rule) =>
      html`<li>${verdictTag(rule, words.language)} ${ruleLink(rule)} <span>${rule.title}</span> <span class="soft">${rule.level}</span></li>`,
  )}</ul></div>`,
)}
</section>
`
}

/** The same in one line for the first screen, by the gravest reasons. */
export const openRules = (report: ConformanceReport): readonly RuleResult[] => {
  const { inPart } = setAside(report.rules)
  return report.rules.filter((rule) => isOpen(rule, report) || inPart.includes(rule))
}

/** `2 not applicable, 1 not exercised` */
export const openCounts = (rules: readonly RuleResult[], words: PageWords): string => {
  const { ruleVerdicts } = sentencesIn(words.language)
  const counts = new Map<string, number>()
  for (const { verdict } of rules) {
    const word = verdict === 'passed' ? words.passedInPart : ruleVerdicts[verdict].replace('-', ' ')
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].map(([word, number]) => `${number} ${word}`).join(', ')
}

/** Many rules stay open for one and the same reason: it is said once. */
const byReason = (rules: readonly RuleResult[], words: PageWords) => {
  const groups = new Map<string, RuleResult[]>()
  for (const rule of rules) groups.set(rule.reason, [...(groups.get(rule.reason) ?? []), rule])
  return [...groups].map(
    ([reason, own]) =>
      [own.length === 1 ? reason : `${reason} (${words.rules(own.length)})`, own] as const,
  )
}

const isOpen = ({ verdict }: RuleResult, { run }: ConformanceReport): boolean => {
  switch (verdict) {
    case 'inconclusive':
    case 'errored':
    case 'not-run':
    case 'not-applicable':
      return true
    case 'not-exercised':
      return run.selection === 'full'
    case 'passed':
    case 'failed':
      return false
    default:
      return verdict satisfies never
  }
}
