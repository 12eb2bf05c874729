import { countRules, levels } from '../../counts.ts'
import { type ConformanceReport, verdicts } from '../../model.ts'
import { trustSentence } from '../../trust-sentence.ts'
import { rulesWith } from '../../verdict.ts'
import { alarmSentences, counted, remarks, verdictSentence } from '../../verdict-sentence.ts'
import { areaOverview } from './areas.ts'
import { html, type Markup } from './markup.ts'
import { environmentTone } from './tone.ts'

/** The verdict with what stands beside it, and where to go from here. */
export const verdictHeader = (report: ConformanceReport): Markup => {
  const alarms = alarmSentences(report).length
  const tone = alarms > 0 ? 'bad' : environmentTone(report.verdict)
  return html`<header class="card verdict ${tone}">
<p class="kicker">krr-conformance, ${report.target.environment}, ${instant(report.run.startedAt)}</p>
<h1>${report.verdict.charAt(0).toUpperCase() + report.verdict.slice(1)}</h1>
<p class="sentence">${verdictSentence(report)}</p>
<ul>${remarks(report).map((sentence, index) =>
    index < alarms ? html`<li><strong>${sentence}</strong></li>` : html`<li>${sentence}</li>`,
  )}</ul>
${navigation(report)}
</header>
`
}

/** Where the run comes from, the areas at a glance and the figures. */
export const overview = (report: ConformanceReport): Markup => html`<div class="pair" id="overview">
<section class="card" aria-labelledby="areas-title"><h2 id="areas-title">Areas</h2>${areaOverview(report)}</section>
<section class="card" aria-labelledby="run-title"><h2 id="run-title">Run</h2>${facts(report)}</section>
</div>
<section class="card" id="figures" aria-labelledby="figures-title"><h2 id="figures-title">Figures</h2>${figures(report)}
${meaning}</section>
`

const navigation = (report: ConformanceReport): Markup =>
  html`<nav aria-label="Report"><ul>${sections(report).map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`

const sections = ({ rules, exchanges }: ConformanceReport) =>
  [
    ['deviations', 'Deviations', rulesWith(rules, 'MUST', 'failed').length],
    ['overview', 'Areas', 1],
    ['warnings', 'Warnings', rulesWith(rules, 'SHOULD', 'failed').length],
    ['rules', 'Rules', rules.length],
    ['exchanges', 'Exchanges', exchanges.length],
  ].filter(([, , number]) => number !== 0)

const facts = (report: ConformanceReport): Markup => {
  const { target, run, contract } = report
  return html`<dl>
<dt>API</dt><dd><code>${target.apiUrl}</code></dd>
<dt>Issuer</dt><dd><code>${target.issuer}</code></dd>
<dt>Contract</dt><dd>${contract.source}<br><code class="soft">sha256 ${contract.sha256.slice(0, 16)}</code></dd>
<dt>Run</dt><dd><code>${run.id}</code> (${run.selection})</dd>
<dt>Took</dt><dd>${(run.durationMs / 1000).toFixed(1)} s, ${counted(run.requests, 'request')}, ${counted(run.logins, 'login')}</dd>
<dt>Ended</dt><dd>${instant(run.finishedAt)}</dd>
<dt>Harness</dt><dd>${run.harnessVersion}, rule set ${run.ruleSet}<br><span class="small soft">${trustSentence(report)}</span></dd>
</dl>`
}

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
