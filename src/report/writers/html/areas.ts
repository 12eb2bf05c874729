import { countRules, levels } from '../../counts.ts'
import { type Area, areas, type ConformanceReport, type RuleResult, verdicts } from '../../model.ts'
import { ruleFilters } from './filters.ts'
import type { Limits } from './limits.ts'
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

/** The areas at a glance, each with its share of verdicts, and the figures of all rules. */
export const areaOverview = (report: ConformanceReport): Markup => html`
<section id="areas" aria-labelledby="areas-title">
<h2 id="areas-title">Areas by verdict</h2>
<div class="wide" role="region" aria-label="Table of the areas" tabindex="0"><table>
<thead><tr><th scope="col">area</th><th scope="col"><span class="unseen">shares</span></th>
<th scope="col" class="number">passed</th><th scope="col" class="number">deviate</th>
<th scope="col" class="number">warned, open</th><th scope="col" class="number">not applied</th></tr></thead>
<tbody>${byArea(report.rules).map(
  ([area, own]) => html`
<tr><th scope="row"><a href="#area-${area}">${area}</a> <span class="soft">${titles[area]}</span></th>
<td class="meter">${bar(own)}</td>${tones.map((tone) => number(withTone(own, tone)))}</tr>`,
)}
</tbody></table></div>
${figures(report)}
</section>
`

/** Every rule, by area, in catalogue order. */
export const areaSections = ({ rules, target }: ConformanceReport, limits: Limits): Markup => html`
<section id="rules" aria-labelledby="rules-title">
<h2 id="rules-title">Rules <span class="count">${rules.length}</span></h2>
<p class="lead">Each with the sentence that it stands on and all that was judged. A link to a rule can be shared: it opens the rule.
<span class="paper">On paper those are open that deviate; of the others a line says what came of them.</span></p>
${ruleFilters(rules)}
${byArea(rules).map(
  ([area, own]) => html`
<section class="area" id="area-${area}" aria-labelledby="area-${area}-title">
<h3 id="area-${area}-title">${area} <span class="soft">${titles[area]}</span></h3>
${own.map((rule) => ruleRow(rule, target, limits))}
</section>`,
)}
</section>
`

const figures = ({ rules }: ConformanceReport): Markup => {
  const { byLevel, failures, judgements } = countRules(rules)
  return html`<div class="wide" role="region" aria-label="Table of the levels" tabindex="0"><table class="figures">
<thead><tr><th scope="col">level</th>${verdicts.map((verdict) => html`<th scope="col" class="number">${verdict}</th>`)}</tr></thead>
<tbody>${levels.map(
    (level) => html`
<tr><th scope="row">${level}</th>${verdicts.map((verdict) => number(byLevel[level][verdict]))}</tr>`,
  )}
</tbody></table></div>
<p class="soft">${judgements} judgements in all. Failed MUST rules by basis: ${failures.promised} documented or observed,
${failures.standard} standard, ${failures.assumed} assumed.</p>`
}

const byArea = (rules: readonly RuleResult[]) =>
  areas
    .map((area) => [area, rules.filter((rule) => rule.area === area)] as const)
    .filter(([, own]) => own.length > 0)

const tones = ['good', 'bad', 'doubt', 'quiet'] as const satisfies readonly Tone[]

const withTone = (rules: readonly RuleResult[], tone: Tone): number =>
  rules.filter((rule) => ruleTone(rule) === tone).length

const number = (value: number): Markup =>
  html`<td class="number${value === 0 ? ' nil' : ''}">${value}</td>`

/** Shares of verdicts as a bar; what it shows is said in figures beside it. */
export const bar = (rules: readonly RuleResult[]): Markup => {
  const shares = tones.map((tone) => withTone(rules, tone))
  return html`<svg class="bar" viewBox="0 0 ${rules.length} 1" preserveAspectRatio="none" aria-hidden="true">${shares.map(
    (share, index) =>
      share === 0
        ? undefined
        : html`<rect class="${tones[index]}" x="${shares
            .slice(0, index)
            .reduce((sum, own) => sum + own, 0)}" y="0" width="${share}" height="1"/>`,
  )}</svg>`
}
