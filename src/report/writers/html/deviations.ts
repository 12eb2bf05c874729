import type { ConformanceReport, ReportedFinding, RuleResult } from '../../model.ts'
import { rulesWith } from '../../verdict.ts'
import { counted } from '../../verdict-sentence.ts'
import { citation, evidenceLinks, ruleLink } from './links.ts'
import { html, type Markup } from './markup.ts'
import { ruleTone, verdictTag } from './tone.ts'

/** So many findings of a rule stand here; all of them stand with the rule itself. */
const mostFindings = 3

/** Failed MUST rules, each with expected beside received. */
export const deviations = ({ rules }: ConformanceReport): Markup | undefined =>
  group('deviations', 'Deviations', rulesWith(rules, 'MUST', 'failed'))

/** Failed SHOULD rules, then what INFO rules saw. */
export const warnings = ({ rules }: ConformanceReport): readonly (Markup | undefined)[] => [
  group('warnings', 'Warnings', rulesWith(rules, 'SHOULD', 'failed')),
  group('observed', 'Observed', rulesWith(rules, 'INFO', 'failed')),
]

const group = (id: string, title: string, rules: readonly RuleResult[]): Markup | undefined =>
  rules.length === 0
    ? undefined
    : html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title} (${rules.length})</h2>
<div class="stack">${rules.map(deviation)}</div>
</section>
`

const deviation = (rule: RuleResult): Markup => {
  const found = rule.observations.flatMap(({ where, findings, evidence }) =>
    findings.map((finding) => ({ where, evidence, finding })),
  )
  const more = found.length - mostFindings
  return html`<article class="card deviation ${ruleTone(rule)}">
<div class="heading">${verdictTag(rule)} ${ruleLink(rule)} <h3>${rule.title}</h3></div>
<p class="small soft">${rule.level}, ${rule.basis}; ${rule.reason}</p>
${found.slice(0, mostFindings).map(
  ({ where, evidence, finding }) => html`
<p class="small"><code>${finding.at}</code> in ${where} ${evidenceLinks(evidence)}</p>
${comparison(finding)}`,
)}
${more > 0 ? html`<p class="small"><a href="#${rule.id}">and ${counted(more, 'more finding')}</a></p>` : undefined}
${rule.citations.map(citation)}
</article>
`
}

/** What was expected beside what was received. */
export const comparison = ({
  expected,
  actual,
}: ReportedFinding): Markup => html`<div class="compare">
<div class="good"><span class="label">expected</span><code>${expected}</code></div>
<div class="bad"><span class="label">received</span><code>${actual}</code></div>
</div>`
