import type { Language } from '../../report/words/language.ts'
import { documentOf } from '../../report/writers/html/document.ts'
import { instant, webLink } from '../../report/writers/html/links.ts'
import { html, type Markup } from '../../report/writers/html/markup.ts'
import { signOf, type Tone } from '../../report/writers/html/tone.ts'
import type { Decision } from '../decision.ts'
import type { VerifiedDecision } from '../keep/history.ts'
import { type GateWords, gateWords } from '../words/words.ts'
import { decisionTone, gateBar, headlineOf } from './html.ts'

/** All decisions that were kept, the newest first, as one page in `reports/gate/`. */
export const writeHistoryHtml = (
  decisions: readonly VerifiedDecision[],
  { language = 'en' }: { readonly language?: Language } = {},
): string => {
  const words = gateWords[language]
  const newestFirst = decisions.toReversed()
  const changed = decisions.filter((own) => !isAsMade(own)).length
  const last = newestFirst[0]?.decision
  const tone = last === undefined ? 'doubt' : decisionTone(last)
  return documentOf({
    language,
    title: `${words.history} (krr-conformance)`,
    bar: gateBar(words, '../'),
    header: html`<div class="verdict ${tone}">
<p class="kicker"><span>${words.latest}</span></p>
<h1><span class="seal">${signOf(tone)}</span>${last === undefined ? words.historyTitle : headlineOf(last, words)}</h1>
${last === undefined ? undefined : html`<p class="sentence">${words.question(last.from.environment, last.to.environment)}</p>`}
${changed === 0 ? undefined : html`<p class="alarm"><strong>${words.changedAlarm(changed)}</strong></p>`}
</div>`,
    content: html`<section><h2>${words.historyTitle} <span class="count">${decisions.length}</span></h2>
<p class="lead">${words.historyCount(decisions.length)}.</p>
<div class="wide" role="region" aria-label="${words.historyTable}" tabindex="0"><table class="decisions">
<thead><tr>${[words.when, words.questionColumn, words.answer, words.reasonsTitle, words.decider, words.evidence, words.record].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${newestFirst.map((own) => row(own, words, language))}
</tbody></table></div></section>`,
  })
}

const isAsMade = ({ verification, isLinked }: VerifiedDecision): boolean =>
  verification.intact && isLinked

const row = (own: VerifiedDecision, words: GateWords, language: Language): Markup => {
  const { id, decision } = own
  const page = `history/${encodeURIComponent(id)}/decision.html`
  const record = recordTag(own, words)
  if (decision === undefined)
    return html`
<tr><th scope="row"><code>${id}</code></th><td colspan="5">${words.unreadable}</td><td>${record}</td></tr>`
  const { from, to, decidedAt } = decision
  return html`
<tr><th scope="row"><a href="${page}">${instant(decidedAt, language)}</a></th><td>${from.environment} → ${to.environment}</td>
<td>${answerTag(decision, words)}</td><td>${because(decision, words)}</td><td>${by(decision, words)}</td>
<td>${[from, to].map((side) => runCell(side, words))}</td><td>${record}</td></tr>`
}

const answerTag = (decision: Decision, words: GateWords): Markup => {
  const tone: Tone = decisionTone(decision)
  const sign = decision.answer === 'yes' ? 'good' : tone
  return html`<span class="tag ${tone}">${signOf(sign)}${headlineOf(decision, words)}</span>`
}

/** Each kind of reason once, in words; of a yes its waivers. */
const because = ({ answer, reasons, waivers = [] }: Decision, words: GateWords): Markup => {
  const titles =
    answer === 'yes'
      ? waivers.map(({ of, expires }) => `${of} ${words.until.toLowerCase()} ${expires}`)
      : [...new Set(reasons.map(({ code }) => words.reasons[code]?.[0] ?? code))]
  return titles.length === 0
    ? html`–`
    : html`<ul>${titles.map((title) => html`<li>${title}</li>`)}</ul>`
}

const by = ({ decidedIn, override }: Decision, words: GateWords): Markup => {
  const job = decidedIn === undefined ? undefined : `${decidedIn.system}: ${decidedIn.job}`
  return html`${job === undefined ? words.byHand : webLink(decidedIn?.url ?? '', job)}${
    override === undefined
      ? undefined
      : html`<br><strong>${words.breakGlass(override.by, override.reason)}</strong>`
  }`
}

const runCell = ({ run, page, environment }: Decision['from'], words: GateWords): Markup => {
  if (run === undefined) return html`<div>${environment}: ${words.noReport}</div>`
  return page === undefined
    ? html`<div>${environment}: <code>${run}</code></div>`
    : html`<div>${environment}: <a href="../${page}"><code>${run}</code></a></div>`
}

const recordTag = (own: VerifiedDecision, words: GateWords): Markup => {
  const tone = isAsMade(own) ? 'quiet' : 'bad'
  return html`<span class="tag ${tone}">${isAsMade(own) ? undefined : signOf('bad')}${isAsMade(own) ? words.intact : words.changed}</span>`
}
