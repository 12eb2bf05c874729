import type { ConformanceReport, RuleResult } from '../../model.ts'
import { setAside } from '../../verdict.ts'
import { ruleLink } from './links.ts'
import { html, type Markup } from './markup.ts'
import { verdictTag } from './tone.ts'

/** What nobody can read out of the verdict: rules that were not judged, or not everywhere, and why. */
export const notJudged = (report: ConformanceReport): Markup | undefined => {
  const { inPart } = setAside(report.rules)
  const rules = report.rules.filter((rule) => isOpen(rule, report) || inPart.includes(rule))
  if (rules.length === 0) return undefined
  return html`<section id="not-judged" aria-labelledby="not-judged-title">
<h2 id="not-judged-title">Not judged, or not everywhere (${rules.length})</h2>
<div class="card wide"><table>
<thead><tr><th scope="col">rule</th><th scope="col">level</th><th scope="col">verdict</th><th scope="col">why</th></tr></thead>
<tbody>${rules.map(
    (rule) => html`
<tr><td>${ruleLink(rule)}<br>${rule.title}</td><td>${rule.level}</td><td>${verdictTag(rule)}</td>
<td>${rule.reason}</td></tr>`,
  )}
</tbody></table></div></section>
`
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
