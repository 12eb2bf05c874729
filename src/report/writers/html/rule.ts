import type { ConformanceReport, Observation, RuleResult } from '../../model.ts'
import { comparison } from './deviations.ts'
import { citation, evidenceLinks } from './links.ts'
import { html, type Markup } from './markup.ts'
import { ruleTone, verdictTag } from './tone.ts'

/**
 * One rule with all that was observed of it. The anchor lies within the folded part: a browser opens what
 * a link leads into.
 */
export const ruleRow = (rule: RuleResult, target: ConformanceReport['target']): Markup => html`
<details class="row ${ruleTone(rule)}">
<summary><span class="id">${rule.id}</span><span class="grow">${rule.title}</span>
<span class="small soft level">${rule.level}</span>${verdictTag(rule)}</summary>
<div class="inside" id="${rule.id}">
<p class="small soft">${rule.level}, ${rule.basis}; ${rule.reason}</p>
${rule.citations.map(citation)}
${rule.observations.length === 0 ? undefined : observationTable(rule)}
<p class="small soft">See it again: <code>npm test -- --env ${target.environment} -t ${rule.id}</code></p>
</div>
</details>`

const observationTable = ({
  level,
  observations,
}: RuleResult): Markup => html`<div class="wide"><table>
<thead><tr><th scope="col">where</th><th scope="col">verdict</th><th scope="col">evidence</th></tr></thead>
<tbody>${observations.map(
  (observation) => html`
<tr><td>${observation.where}${remarks(observation)}</td>
<td>${verdictTag({ level, verdict: observation.verdict })}</td>
<td>${evidenceLinks(observation.evidence)}</td></tr>`,
)}
</tbody></table></div>`

const remarks = ({ reason, met, findings }: Observation): readonly (Markup | undefined)[] => [
  reason === undefined ? undefined : html`<br><span class="small soft">${reason}</span>`,
  met === undefined ? undefined : html`<br><span class="small soft">met: ${met}</span>`,
  ...findings.map(
    (finding) => html`<p class="small"><code>${finding.at}</code></p>${comparison(finding)}`,
  ),
]
