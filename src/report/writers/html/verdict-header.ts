import { countRules, levels } from '../../counts.ts'
import { type ConformanceReport, verdicts } from '../../model.ts'
import { registerSentence, setAsideSentences, verdictSentence } from '../../verdict-sentence.ts'
import { areaOverview } from './areas.ts'
import { html, type Markup } from './markup.ts'
import { environmentTone } from './tone.ts'

/** The verdict, what it does not cover, where it comes from and the figures: page one. */
export const verdictHeader = (report: ConformanceReport): readonly Markup[] => [
  html`<header class="card verdict ${environmentTone(report.verdict)}">
<p class="kicker">krr-conformance, ${report.target.environment}, ${instant(report.run.startedAt)}</p>
<h1>${report.verdict.charAt(0).toUpperCase() + report.verdict.slice(1)}</h1>
<p class="sentence">${verdictSentence(report)}</p>
<ul>${[...report.trouble, ...setAsideSentences(report), registerSentence(report.register)].map(
    (sentence) => html`<li>${sentence}</li>`,
  )}</ul>
</header>
`,
  html`<div class="pair">
<section class="card" aria-labelledby="run-title"><h2 id="run-title">Run</h2>${facts(report)}</section>
<section class="card" aria-labelledby="areas-title"><h2 id="areas-title">Areas</h2>${areaOverview(report)}</section>
</div>
`,
  html`<section class="card" aria-labelledby="figures-title"><h2 id="figures-title">Figures</h2>${figures(report)}
${meaning}</section>
`,
]

const facts = ({ target, run, contract }: ConformanceReport): Markup => html`<dl>
<dt>API</dt><dd><code>${target.apiUrl}</code></dd>
<dt>Issuer</dt><dd><code>${target.issuer}</code></dd>
<dt>Contract</dt><dd>${contract.source}<br><code class="soft">sha256 ${contract.sha256.slice(0, 16)}</code></dd>
<dt>Run</dt><dd><code>${run.id}</code> (${run.selection})</dd>
<dt>Took</dt><dd>${(run.durationMs / 1000).toFixed(1)} s, ${run.requests} requests, ${run.logins} logins</dd>
<dt>Ended</dt><dd>${instant(run.finishedAt)}</dd>
<dt>Harness</dt><dd>${run.harnessVersion}</dd>
</dl>`

const figures = ({ rules }: ConformanceReport): Markup => {
  const { byLevel, failures, judgements } = countRules(rules)
  return html`<div class="wide"><table>
<thead><tr><th scope="col">rules</th>${verdicts.map((verdict) => html`<th scope="col" class="number">${verdict}</th>`)}</tr></thead>
<tbody>${levels.map(
    (level) => html`
<tr><th scope="row">${level}</th>${verdicts.map((verdict) => number(byLevel[level][verdict]))}</tr>`,
  )}
</tbody></table></div>
<p class="small soft">Failed MUST rules by basis: ${failures.promised} documented or observed,
${failures.standard} standard. ${judgements} judgements in all.</p>`
}

const number = (value: number): Markup =>
  html`<td class="number${value === 0 ? ' nil' : ''}">${value}</td>`

const meaning = html`<p class="small soft">A pass means that the answers of this one run, for these test users, kept
what the cited sentences say. It says nothing of other people's data, of availability or speed, nor of what no
rule asks.</p>`

const instant = (time: string): Markup =>
  html`<time datetime="${time}">${time.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')}</time>`
