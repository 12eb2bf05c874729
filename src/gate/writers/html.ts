import { consequenceIn, type Language, titleIn } from '../../report/words/language.ts'
import { documentOf } from '../../report/writers/html/document.ts'
import { instant, webLink } from '../../report/writers/html/links.ts'
import { html, type Markup } from '../../report/writers/html/markup.ts'
import { environmentTone, signOf, type Tone } from '../../report/writers/html/tone.ts'
import { type DecidedOn, type Decision, restsOn, type Waiver, withoutStop } from '../decision.ts'
import type { Reason } from '../reason.ts'
import { type GateWords, gateWords } from '../words/words.ts'
import { policySection } from './policy-table.ts'
import { listedIn } from './text.ts'

/** What a page is written with. */
export interface DecisionLook {
  readonly language?: Language
  /** Leads from the page's folder to the report directory: `../`. */
  readonly root?: string
}

/** What the parts of the page are written from. */
interface Context {
  readonly decision: Decision
  readonly words: GateWords
  readonly language: Language
  readonly root: string
}

/** One page that needs no network, and no script to be read. */
export const writeDecisionHtml = (decision: Decision, look: DecisionLook = {}): string => {
  const { language = 'en', root = '../' } = look
  const words = gateWords[language]
  const { from, to, reasons, remarks, pair, waivers = [] } = decision
  const context: Context = { decision, words, language, root }
  return documentOf({
    language,
    title: `${from.environment} → ${to.environment}: ${headline(context)} (krr-conformance)`,
    bar: gateBar(words, root),
    header: header(context),
    content: html`${waiverSection(waivers, context)}
${
  reasons.length === 0
    ? undefined
    : html`<section aria-labelledby="reasons"><h2 id="reasons">${words.reasonsTitle} <span class="count">${reasons.length}</span></h2>
${reasons.map((own, at) => reasonCard(own, at, context))}</section>`
}
${decider(context)}
${list(words.limits, remarks)}
${list(words.listed, pair === undefined ? [] : listedIn(pair))}
${list(words.notCompared, pair?.notCompared ?? [])}
${policySection(decision.policy, words)}
${signatureLines(words)}`,
  })
}

/** The way from a page of the gate to the others. */
export const gateBar = (words: GateWords, root: string): Markup =>
  html`<nav class="top" aria-label="${words.gate}"><div class="column"><a class="home" href="#top">krr-conformance</a>
<ul><li><a href="${root}gate/history.html">${words.history}</a></li><li><a href="${root}index.html">${words.environments}</a></li></ul></div></nav>`

/** A yes that rests on a waiver is no green one. */
export const decisionTone = (decision: Decision): Tone => {
  if (restsOn(decision).length > 0) return 'doubt'
  return ({ yes: 'good', no: 'bad', unknown: 'doubt' } as const)[decision.answer]
}

/** `Yes, with 1 waiver` */
export const headlineOf = (decision: Decision, words: GateWords): string => {
  const { length } = restsOn(decision)
  const answer = words.answers[decision.answer]
  return length === 0 ? answer : `${answer}, ${words.withWaivers(length)}`
}

const headline = ({ decision, words }: Context): string => headlineOf(decision, words)

const header = (context: Context): Markup => {
  const { decision, words, language } = context
  const { answer, from, to, decidedAt, override } = decision
  const tone = decisionTone(decision)
  return html`<div class="verdict ${tone}">
<p class="kicker"><span>${words.gate}</span> <span>${instant(decidedAt, language)}</span></p>
<p class="asked">${words.question(from.environment, to.environment)}</p>
<h1><span class="seal">${signOf(answer === 'yes' ? 'good' : tone)}</span>${headline(context)}</h1>
<p class="sentence">${sentence(context)}</p>
${restsOn(decision).map((own) => html`<p class="condition">${waiverLine(own, context)}</p>`)}
${override === undefined ? undefined : html`<p class="alarm"><strong>${words.breakGlass(override.by, override.reason)}</strong></p>`}
${brief(context)}
${pairTable(context)}
</div>`
}

/** So many reasons are named under the answer. */
const mostBrief = 4

/** What each reason says, leading to the reason itself. */
const brief = ({ decision, words }: Context): Markup | undefined => {
  const { reasons } = decision
  const more = reasons.length - mostBrief
  return reasons.length === 0
    ? undefined
    : html`<ul class="brief">${reasons
        .slice(0, mostBrief)
        .map(
          ({ code, about }, at) =>
            html`<li><a href="#reason-${at + 1}">${words.reasons[code][0]}</a> <span class="soft">${words.about(about === 'pair' ? words.both : decision[about].environment)}</span></li>`,
        )}${more > 0 ? html`<li><a href="#reasons">+ ${more}</a></li>` : undefined}</ul>`
}

const sentence = ({ decision, words }: Context): string => {
  const { answer, reasons, to } = decision
  const no = reasons.filter((own) => own.answer === 'no').length
  const open = reasons.length - no
  const counts = [
    ...(no > 0 ? [words.saysNo(no)] : []),
    ...(open > 0 ? [words.notKnown(open)] : []),
  ]
  switch (answer) {
    case 'yes':
      return restsOn(decision).length > 0
        ? words.yesWithWaivers(to.environment)
        : words.yes(to.environment)
    case 'no':
      return [words.no(to.environment), ...counts].join(' ')
    case 'unknown':
      return [words.unknown(), ...counts].join(' ')
    default:
      return answer satisfies never
  }
}

/** What is accepted, because of what, until when: in one line. */
const waiverLine = ({ of, reason, expires }: Waiver, context: Context): Markup => {
  const { words } = context
  const title = titleOf(of, context)
  return html`<strong>${title ?? of}</strong> ${title === undefined ? undefined : html`<code>${of}</code> `}${words.because.toLowerCase()} ${withoutStop(reason)}, ${words.until.toLowerCase()} <strong>${expires}</strong>.`
}

const pairTable = ({ decision, words, language, root }: Context): Markup => {
  const sides = [decision.from, decision.to] as const
  const row = (title: string, cell: (side: DecidedOn) => Markup) =>
    html`<tr><th scope="row">${title}</th>${sides.map((side) => html`<td>${cell(side)}</td>`)}</tr>`
  return html`<h2 class="small" id="pair">${words.pair}</h2>
<div class="wide" role="region" aria-labelledby="pair" tabindex="0"><table class="pair">
<thead><tr><td></td><th scope="col">${words.from}: <strong>${sides[0].environment}</strong></th><th scope="col">${words.to}: <strong>${sides[1].environment}</strong></th></tr></thead>
<tbody>${row(words.verdict, ({ verdict }) =>
    verdict === undefined
      ? html`<span class="tag doubt">${signOf('doubt')}${words.noReport}</span>`
      : html`<span class="tag ${environmentTone(verdict)}">${signOf(environmentTone(verdict))}${verdict}</span>`,
  )}
${row(words.run, (side) => runLink(side, root))}
${row(words.ended, ({ finishedAt }) => (finishedAt === undefined ? html`–` : instant(finishedAt, language)))}
${row(words.version, ({ harnessVersion }) => html`${harnessVersion === undefined ? '–' : `krr-conformance ${harnessVersion}`}`)}
${row(words.sealedBy, ({ thumbprint }) => html`${thumbprint === undefined ? words.unknownKey : html`<code>${thumbprint}</code>`}`)}
</tbody></table></div>`
}

const runLink = ({ run, page }: DecidedOn, root: string): Markup => {
  if (run === undefined) return html`–`
  return page === undefined
    ? html`<code>${run}</code>`
    : html`<a href="${root}${page}"><code>${run}</code></a>`
}

const decider = ({ decision, words, language }: Context): Markup => {
  const { decidedIn, decidedAt, signedBy, id, harnessVersion, previous } = decision
  const job = decidedIn === undefined ? undefined : `${decidedIn.system}: ${decidedIn.job}`
  return html`<section><h2>${words.decided}</h2><dl class="table">
<dt>${words.when}</dt><dd>${instant(decidedAt, language)}</dd>
<dt>${words.where}</dt><dd>${job === undefined ? words.byHand : webLink(decidedIn?.url ?? '', job)}</dd>
${decidedIn?.startedBy === undefined ? undefined : html`<dt>${words.startedBy}</dt><dd>${decidedIn.startedBy}</dd>`}
${decidedIn?.commit === undefined ? undefined : html`<dt>${words.commit}</dt><dd><code>${decidedIn.commit}</code></dd>`}
${
  signedBy === undefined
    ? undefined
    : html`<dt>${words.key}</dt><dd><code>${signedBy.thumbprint}</code><br>${signedBy.isConfigured ? words.ownKey : words.ephemeralKey}</dd>`
}
<dt>${words.id}</dt><dd><code>${id}</code>, krr-conformance ${harnessVersion}</dd>
<dt>${words.before}</dt><dd>${previous === undefined ? words.first : html`<code>${previous}</code>`}</dd></dl></section>`
}

const waiverSection = (waivers: readonly Waiver[], context: Context): Markup | undefined => {
  const { words } = context
  return waivers.length === 0
    ? undefined
    : html`<section aria-labelledby="waivers"><h2 id="waivers">${words.waivers} <span class="count">${waivers.length}</span></h2>
<p class="lead">${words.waiversLead}</p>
${waivers.map((own) => waiverCard(own, context))}</section>`
}

const waiverCard = (waiver: Waiver, context: Context): Markup => {
  const { kind, environment, of, trouble, reason, expires, owner, link } = waiver
  const { decision, words } = context
  return html`<article class="deviation doubt"><h3>${titleOf(of, context) ?? of}</h3>
<p class="facts"><span class="tag doubt">${signOf('doubt')}${words[kind]}</span> ${
    kind === 'deviation' ? ruleLink(of, decision.to, context) : html`<span>${trouble}</span>`
  } <span>${words.about(environment)}</span></p>
${kind === 'deviation' ? meaning(of, context) : undefined}
<dl class="table"><dt>${words.because}</dt><dd>${reason}</dd><dt>${words.until}</dt><dd>${expires}</dd>
<dt>${words.owner}</dt><dd>${owner}, ${webLink(link, link)}</dd></dl></article>
`
}

/** So many rules of a reason are told with their titles. */
const mostRules = 8

const reasonCard = (own: Reason, at: number, context: Context): Markup => {
  const { code, answer, about, what, change, rules = [], fingerprints = [] } = own
  const { decision, words } = context
  const [title, means] = words.reasons[code]
  const side = about === 'pair' ? decision.to : decision[about]
  const tone = answer === 'no' ? 'bad' : 'doubt'
  return html`<article class="deviation ${tone}" id="reason-${at + 1}">
<h3>${title}</h3>
<p class="facts"><span class="tag ${tone}">${signOf(tone)}${words.answers[answer]}</span> <code>${code}</code> <span>${words.about(about === 'pair' ? words.both : side.environment)}</span></p>
<dl class="table"><dt>${words.seen}</dt><dd>${what}${ruleList(rules, side, context)}</dd>
<dt>${words.means}</dt><dd>${means}</dd>
<dt>${words.change}</dt><dd>${change}</dd>
${fingerprints.length === 0 ? undefined : html`<dt>${words.fingerprints}</dt><dd>${fingerprints.slice(0, 2 * mostRules).map((one) => html`<code>${one}</code> `)}${fingerprints.length > 2 * mostRules ? '…' : undefined}</dd>`}</dl>
</article>
`
}

const ruleList = (
  rules: readonly string[],
  side: DecidedOn,
  context: Context,
): Markup | undefined => {
  if (rules.length === 0) return undefined
  const lines = rules.map(
    (id) =>
      html`<li>${ruleLink(id, side, context)} ${titleOf(id, context) ?? ''}${meaning(id, context)}</li>`,
  )
  const more = rules.length - mostRules
  return html`<ul class="rules">${lines.slice(0, mostRules)}</ul>${
    more > 0
      ? html`<details class="twin"><summary>${context.words.moreRules(more)}</summary><ul class="rules">${lines.slice(mostRules)}</ul></details>`
      : undefined
  }`
}

/** The title of a rule in the language of the page. */
const titleOf = (id: string, { decision, language }: Context): string | undefined => {
  const title = decision.titles?.[id]
  return title === undefined ? undefined : titleIn(language, { id, title })
}

/** What it means for a service that the rule is not kept. */
const meaning = (id: string, { language }: Context): Markup | undefined => {
  const consequence = consequenceIn(language, id)
  return consequence === undefined ? undefined : html`<p class="soft">${consequence}</p>`
}

/** A rule's id, leading to the rule in the report that was decided on. */
const ruleLink = (id: string, { page }: DecidedOn, { root }: Context): Markup =>
  page === undefined
    ? html`<span class="id">${id}</span>`
    : html`<a class="id" href="${root}${page}#${id}">${id}</a>`

const list = (title: string, lines: readonly string[]): Markup | undefined =>
  lines.length === 0
    ? undefined
    : html`<section><h2>${title} <span class="count">${lines.length}</span></h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`

/** On paper somebody signs. */
const signatureLines = ({ signature, signName, signDate }: GateWords): Markup =>
  html`<div class="sign-here"><p>${signName}</p><p>${signDate}</p><p>${signature}</p></div>`
