import type { ConformanceReport } from '../../model.ts'
import { rulesWith } from '../../verdict.ts'
import { counted, verdictWords } from '../../verdict-sentence.ts'
import { type Language, titledIn } from '../../words/language.ts'
import { areaOverview, areaSections } from './areas.ts'
import { deviations, warnings } from './deviations.ts'
import { documentOf } from './document.ts'
import { exchanges } from './exchanges.ts'
import { allLimits, type Limits, mostBytes } from './limits.ts'
import { instant } from './links.ts'
import { html, type Markup } from './markup.ts'
import { notJudged, openRules } from './not-judged.ts'
import { pictureSection } from './picture.ts'
import { signOf, type Tone } from './tone.ts'
import { pageTone, trust, verdictHeader } from './verdict-header.ts'

/** Where the report comes from: what a gate or an auditor asks for. */
const runFacts = (report: ConformanceReport): Markup => {
  const { target, run, contract, expiries = [] } = report
  return html`<section id="run" aria-labelledby="run-title">
<h2 id="run-title">This run</h2>
<dl class="table">
<dt>API</dt><dd><code>${target.apiUrl}</code></dd>
<dt>Issuer</dt><dd><code>${target.issuer}</code></dd>
<dt>Contract</dt><dd>${contract.source}<br><code>sha256 ${contract.sha256}</code></dd>
<dt>Run</dt><dd><code>${run.id}</code>, ${run.selection}</dd>
<dt>Began and ended</dt><dd>${instant(run.startedAt)}, ${instant(run.finishedAt)}</dd>
<dt>Requests and logins</dt><dd>${counted(run.requests, 'request')}, ${counted(run.logins, 'login')}</dd>
${run.loginMadeAt === undefined ? [] : [html`<dt>Logged in before the run</dt><dd>${instant(run.loginMadeAt)}, by <code>krr login</code></dd>`]}
<dt>Harness</dt><dd>version ${run.harnessVersion}, rule set ${run.ruleSet}</dd>
${expiries.map(({ what, of, at }) => html`<dt>${what.charAt(0).toUpperCase() + what.slice(1)} ends</dt><dd>${instant(at)}<br><code>${of}</code></dd>`)}
<dt>Files beside this one</dt><dd>report.json has all that is here as data, evidence.har every exchange, junit.xml and summary.md what a pipeline shows.</dd>
</dl>
</section>`
}

/** The way through the page; it stays in sight on wide screens. */
const topBar = (
  report: ConformanceReport,
  tone: Tone,
): Markup => html`<nav class="top" aria-label="Report">
<div class="column"><a class="home ${tone}" href="#top">${signOf(tone)}${report.target.environment}: ${verdictWords(report)}</a>
<ul>${sections(report).map(
  ([id, title, number]) =>
    html`<li><a href="#${id}">${title}${number === undefined ? undefined : html` <span class="count">${number}</span>`}</a></li>`,
)}</ul></div></nav>`

type Section = readonly [id: string, title: string, number: number | undefined]

const sections = (report: ConformanceReport): readonly Section[] => {
  const { rules, exchanges, picture = [] } = report
  const all: readonly Section[] = [
    ['deviations', 'Deviations', rulesWith(rules, 'MUST', 'failed').length],
    ['warnings', 'Warnings', rulesWith(rules, 'SHOULD', 'failed').length],
    ['not-judged', 'Not judged', openRules(report).length],
    ['contract', 'Scopes', picture.length === 0 ? 0 : undefined],
    ['areas', 'Areas', undefined],
    ['rules', 'Rules', rules.length],
    ['exchanges', 'Exchanges', exchanges.length],
    ['run', 'Run', undefined],
    ['trust', 'Trust', undefined],
  ]
  return all.filter(([, , number]) => number !== 0)
}

/** The whole report as one page that needs no network, and no script to be read. */
export const writeHtml = (untitled: ConformanceReport, language: Language = 'en'): string => {
  const report = titledIn(language, untitled)
  const [generous, ...tighter] = allLimits
  let judged = judgedParts(report, generous)
  let bare = weightOf(report, judged, language)
  // What is judged comes first; exchanges get what is left, a third at least of all.
  for (const limits of tighter) {
    if (bare <= (2 * mostBytes) / 3) break
    judged = judgedParts(report, limits)
    bare = weightOf(report, judged, language)
  }
  return pageOf(report, judged, exchanges(report, mostBytes - bare), language)
}

const weightOf = (report: ConformanceReport, judged: Markup, language: Language): number =>
  Buffer.byteLength(pageOf(report, judged, undefined, language))

const judgedParts = (
  report: ConformanceReport,
  limits: Limits,
): Markup => html`${deviations(report, limits)}
${warnings(report, limits)}
${notJudged(report)}
${pictureSection(report)}
${areaOverview(report)}
${areaSections(report, limits)}`

const pageOf = (
  report: ConformanceReport,
  judged: Markup,
  exchangesShown: Markup | undefined,
  language: Language,
): string => {
  const { target, verdict } = report
  return documentOf({
    language,
    title: `${target.environment}: ${verdict} (krr-conformance)`,
    bar: topBar(report, pageTone(report)),
    header: verdictHeader(report, language),
    content: html`${judged}
${exchangesShown}
${runFacts(report)}
${trust(report)}`,
  })
}
