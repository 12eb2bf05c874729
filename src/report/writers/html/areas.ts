import { countRules, levels } from '../../counts.ts'
import { areas, type ConformanceReport, type RuleResult, verdicts } from '../../model.ts'
import type { PageWords } from '../../words/page.ts'
import { sentencesIn } from '../../words/sentences.ts'
import { ruleFilters } from './filters.ts'
import type { Limits } from './limits.ts'
import { html, type Markup } from './markup.ts'
import { ruleRow } from './rule.ts'
import { ruleTone, type Tone } from './tone.ts'

/** The areas at a glance, each with its share of verdicts, and the figures of all rules. */
export const areaOverview = (report: ConformanceReport, words: PageWords): Markup => html`
<section id="areas" aria-labelledby="areas-title">
<h2 id="areas-title">${words.areasTitle}</h2>
<div class="wide" role="region" aria-label="${words.areaTable}" tabindex="0"><table>
<thead><tr><th scope="col">${words.area}</th><th scope="col"><span class="unseen">${words.shares}</span></th>
<th scope="col" class="number">${words.passed}</th><th scope="col" class="number">${words.deviate}</th>
<th scope="col" class="number">${words.warnedOrOpen}</th><th scope="col" class="number">${words.notApplied}</th></tr></thead>
<tbody>${byArea(report.rules).map(
  ([area, own]) => html`
<tr><th scope="row"><a href="#area-${area}">${area}</a> <span class="soft">${words.areaNames[area]}</span></th>
<td class="meter">${bar(own)}</td>${tones.map((tone) => number(withTone(own, tone)))}</tr>`,
)}
</tbody></table></div>
${figures(report, words)}
</section>
`

/** Every rule, by area, in catalogue order. */
export const areaSections = (
  { rules, target }: ConformanceReport,
  limits: Limits,
  words: PageWords,
): Markup => html`
<section id="rules" aria-labelledby="rules-title">
<h2 id="rules-title">${words.sections.rules} <span class="count">${rules.length}</span></h2>
<p class="lead">${words.rulesLead}
<span class="paper">${words.rulesOnPaper}</span></p>
${ruleFilters(rules, words)}
${byArea(rules).map(
  ([area, own]) => html`
<section class="area" id="area-${area}" aria-labelledby="area-${area}-title">
<h3 id="area-${area}-title">${area} <span class="soft">${words.areaNames[area]}</span></h3>
${own.map((rule) => ruleRow(rule, target, limits, words))}
</section>`,
)}
</section>
`

const figures = ({ rules }: ConformanceReport, words: PageWords): Markup => {
  const { ruleVerdicts } = sentencesIn(words.language)
  const { byLevel, failures, judgements } = countRules(rules)
  return html`<div class="wide" role="region" aria-label="${words.levelTable}" tabindex="0"><table class="figures">
<thead><tr><th scope="col">${words.level}</th>${verdicts.map((verdict) => html`<th scope="col" class="number">${ruleVerdicts[verdict]}</th>`)}</tr></thead>
<tbody>${levels.map(
    (level) => html`
<tr><th scope="row">${level}</th>${verdicts.map((verdict) => number(byLevel[level][verdict]))}</tr>`,
  )}
</tbody></table></div>
<p class="soft">${words.byBasis(judgements, failures.promised, failures.standard, failures.assumed)}</p>`
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
