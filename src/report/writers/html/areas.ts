import { type Area, areas, type ConformanceReport, type RuleResult } from '../../model.ts'
import { html, type Markup } from './markup.ts'
import { ruleRow } from './rule.ts'
import { ruleTone, type Tone } from './tone.ts'

const titles = {
  SPEC: 'the published OpenAPI document',
  OP: 'ID-porten, as far as the login needs it',
  AUTH: 'who is let in',
  SCOPE: 'what each scope yields',
  BODY: 'the person',
  NEG: 'content negotiation',
  JWS: 'the signed representation',
  PATCH: 'the language, round trip',
  ERR: 'refusals',
  HTTP: 'methods, caching, fields',
  TLS: 'the connection',
} as const satisfies Record<Area, string>

/** The areas at a glance, each with its share of verdicts. */
export const areaOverview = ({ rules }: ConformanceReport): Markup => html`<div class="wide"><table>
<thead><tr><th scope="col">area</th><th scope="col"></th><th scope="col" class="number">passed</th>
<th scope="col" class="number">rules</th></tr></thead>
<tbody>${byArea(rules).map(
  ([area, own]) => html`
<tr><td><a href="#area-${area}">${area}</a> <span class="soft small">${titles[area]}</span></td>
<td class="meter">${bar(own)}</td>
<td class="number">${own.filter(({ verdict }) => verdict === 'passed').length}</td>
<td class="number">${own.length}</td></tr>`,
)}
</tbody></table></div>`

/** Every rule, by area, in catalogue order. */
export const areaSections = ({ rules, target }: ConformanceReport): Markup => html`
<section id="rules" aria-labelledby="rules-title">
<h2 id="rules-title">Rules (${rules.length})</h2>
<div class="stack">${byArea(rules).map(
  ([area, own]) => html`
<section class="card" id="area-${area}" aria-labelledby="area-${area}-title">
<h3 id="area-${area}-title">${area} <span class="soft">${titles[area]}</span></h3>
${own.map((rule) => ruleRow(rule, target))}
</section>`,
)}
</div></section>
`

const byArea = (rules: readonly RuleResult[]) =>
  areas
    .map((area) => [area, rules.filter((rule) => rule.area === area)] as const)
    .filter(([, own]) => own.length > 0)

const tones = ['good', 'bad', 'doubt', 'quiet'] as const satisfies readonly Tone[]

const bar = (rules: readonly RuleResult[]): Markup => {
  const shares = tones.map((tone) => rules.filter((rule) => ruleTone(rule) === tone).length)
  return html`<svg class="bar" viewBox="0 0 ${rules.length} 1" preserveAspectRatio="none" aria-hidden="true">${shares.map(
    (share, index) =>
      html`<rect class="${tones[index]}" x="${shares
        .slice(0, index)
        .reduce((sum, own) => sum + own, 0)}" y="0" width="${share}" height="1"/>`,
  )}</svg>`
}
