import type { ConformanceReport } from '../../model.ts'
import { rulesWith } from '../../verdict.ts'
import { verdictWords } from '../../verdict-sentence.ts'
import { type Language, titledIn } from '../../words/language.ts'
import { type PageWords, pageWordsIn } from '../../words/page.ts'
import { areaOverview, areaSections } from './areas.ts'
import { deviations, warnings } from './deviations.ts'
import { documentOf } from './document.ts'
import { exchanges } from './exchanges.ts'
import { allLimits, type Limits, mostBytes } from './limits.ts'
import { instant } from './links.ts'
import { html, type Markup } from './markup.ts'
import { notJudged, openRules } from './not-judged.ts'
import { pictureSection } from './picture.ts'
import { neighbours, timeline } from './timeline.ts'
import { signOf, type Tone } from './tone.ts'
import { judgedSentence, pageTone, trust, verdictHeader } from './verdict-header.ts'

/** Where the report comes from: what a gate or an auditor asks for. */
const runFacts = (report: ConformanceReport, words: PageWords): Markup => {
  const { target, run, contract, expiries = [] } = report
  const at = (time: string) => instant(time, words.language)
  return html`<section id="run" aria-labelledby="run-title">
<h2 id="run-title">${words.runTitle}</h2>
<p class="lead">${judgedSentence(report, words)}</p>
<dl class="table">
<dt>API</dt><dd><code>${target.apiUrl}</code></dd>
<dt>Issuer</dt><dd><code>${target.issuer}</code></dd>
<dt>${words.contract}</dt><dd>${contract.source}<br><code>sha256 ${contract.sha256}</code></dd>
<dt>${words.sections.run}</dt><dd><code>${run.id}</code>, ${run.selection}</dd>
<dt>${words.beganAndEnded}</dt><dd>${at(run.startedAt)}, ${at(run.finishedAt)}</dd>
<dt>${words.requestsAndLogins}</dt><dd>${words.requests(run.requests, run.logins)}</dd>
${run.loginMadeAt === undefined ? [] : [html`<dt>${words.loggedInBefore}</dt><dd>${at(run.loginMadeAt)}, ${words.by} <code>krr login</code></dd>`]}
<dt>${words.harness}</dt><dd>${words.version(run.harnessVersion, run.ruleSet)}</dd>
${expiries.map(({ what, of, at: end }) => html`<dt>${words.ends(what)}</dt><dd>${at(end)}<br><code>${of}</code></dd>`)}
<dt>${words.files}</dt><dd>${words.filesAre}</dd>
</dl>
</section>`
}

/** The way through the page; it stays in sight on wide screens. */
const topBar = (
  report: ConformanceReport,
  tone: Tone,
  words: PageWords,
): Markup => html`<nav class="top" aria-label="${words.nav}">
<div class="column"><a class="home ${tone}" href="#top">${signOf(tone)}${report.target.environment}: ${verdictWords(report, words.language)}</a>
<ul>${sections(report).map(
  ([id, number]) =>
    html`<li><a href="#${id}">${words.sections[id]}${number === undefined ? undefined : html` <span class="count">${number}</span>`}</a></li>`,
)}</ul></div></nav>`

type Section = readonly [id: keyof PageWords['sections'], number: number | undefined]

const sections = (report: ConformanceReport): readonly Section[] => {
  const { rules, exchanges, picture = [] } = report
  const all: readonly Section[] = [
    ['deviations', rulesWith(rules, 'MUST', 'failed').length],
    ['warnings', rulesWith(rules, 'SHOULD', 'failed').length],
    ['not-judged', openRules(report).length],
    ['contract', picture.length === 0 ? 0 : undefined],
    ['areas', undefined],
    ['rules', rules.length],
    ['exchanges', exchanges.length],
    ['run', undefined],
    ['trust', undefined],
  ]
  return all.filter(([, number]) => number !== 0)
}

/** The whole report as one page that needs no network, and no script to be read. */
export const writeHtml = (untitled: ConformanceReport, language: Language = 'en'): string => {
  const report = titledIn(language, untitled)
  const words = pageWordsIn(language)
  const [generous, ...tighter] = allLimits
  let judged = judgedParts(report, generous, words)
  let bare = weightOf(report, judged, words)
  // What is judged comes first; exchanges get what is left, a third at least of all.
  for (const limits of tighter) {
    if (bare <= (2 * mostBytes) / 3) break
    judged = judgedParts(report, limits, words)
    bare = weightOf(report, judged, words)
  }
  return pageOf(report, judged, exchanges(report, mostBytes - bare, words), words)
}

const weightOf = (report: ConformanceReport, judged: Markup, words: PageWords): number =>
  Buffer.byteLength(pageOf(report, judged, undefined, words))

const judgedParts = (
  report: ConformanceReport,
  limits: Limits,
  words: PageWords,
): Markup => html`${deviations(report, limits, words)}
${warnings(report, limits, words)}
${notJudged(report, words)}
${pictureSection(report, words)}
${areaOverview(report, words)}
${areaSections(report, limits, words)}`

const pageOf = (
  report: ConformanceReport,
  judged: Markup,
  exchangesShown: Markup | undefined,
  words: PageWords,
): string => {
  const { language } = words
  return documentOf({
    language,
    title: `${report.target.environment}: ${verdictWords(report, language)} (krr-conformance)`,
    bar: topBar(report, pageTone(report), words),
    header: verdictHeader(report, words),
    content: html`${judged}
${exchangesShown}
${timeline(report, language)}
${runFacts(report, words)}
${neighbours(report, language)}
${trust(report, words)}`,
  })
}
