import { shortened } from '../../../evidence/visible-text.ts'
import { causesOf } from '../../causes.ts'
import { type Curl, curlOf, issuedTokens } from '../../curl.ts'
import type {
  ConformanceReport,
  RecordedExchange,
  RecordedJws,
  RecordedMessage,
  RuleResult,
} from '../../model.ts'
import type { PageWords } from '../../words/page.ts'
import { exchangeFilters } from './filters.ts'
import { instant } from './links.ts'
import { html, type Markup, textBetweenTags } from './markup.ts'
import { signOf } from './tone.ts'

/** So much of one content is on the page: a published document may be far longer, and is whole in report.json. */
const shownCharacters = 16_500

/** What is known of an exchange beside itself. */
interface ExchangeContext {
  readonly target: ConformanceReport['target']
  /** Scopes by the pseudonym of the access token. */
  readonly issued: ReadonlyMap<string, string>
  /** The MUST rules that failed, or could not be judged, on it: these mark it. */
  readonly trouble: readonly string[]
  /** The SHOULD rules that did. */
  readonly warnings: readonly string[]
  readonly words: PageWords
  /** Whether paper shows it whole: the first that a failed MUST rule was judged on. */
  readonly isProof: boolean
}

/** One exchange with all that was recorded of it, folded until a link leads to it. */
const exchangeRow = (exchange: RecordedExchange, context: ExchangeContext): Markup => {
  const { id, startedAt, elapsedMs, request, response, failedAttempts, trouble } = exchange
  const { words } = context
  const judged = [...context.trouble, ...context.warnings]
  return html`
<details class="row exchange${context.trouble.length > 0 ? ' troubled' : ''}${context.isProof ? ' proof' : ''}" data-part="${partsOf(exchange, context)}">
${summary(exchange, context)}
<div class="inside" id="${id}">
<p class="soft">${instant(startedAt, words.language)}, ${Math.round(elapsedMs)} ms, ${words.attempts(failedAttempts.length + 1)}.</p>
${
  judged.length === 0
    ? undefined
    : html`<p>${words.evidenceOf} ${judged.map((rule) => html`<a class="id" href="#${rule}">${rule}</a> `)}</p>`
}
${failedAttempts.map(
  (attempt, index) =>
    html`<p>${words.attempt(index + 1, attempt.trouble, Math.round(attempt.elapsedMs))}</p>`,
)}
<div class="messages"><div><h3>${words.request}</h3>${message(`${request.method} ${request.url}`, request, words)}</div>
<div><h3>${words.response}</h3>${
    response.status === 0
      ? undefined
      : message(String(response.status), response, words, response.jws)
  }${trouble === undefined ? undefined : html`<p>${words.noEvidence(trouble)}</p>`}</div></div>
${response.jws === undefined ? undefined : jws(response.jws, words)}
<h3>${words.asCurl}</h3>${command(curlOf(exchange, context.target, context.issued))}
</div>
</details>`
}

/** An exchange that the page has no room for. */
const exchangeStub = (exchange: RecordedExchange, context: ExchangeContext): Markup => html`
<div class="row stub" id="${exchange.id}" data-part="omitted">${summary(exchange, context, 'div')}</div>`

const partsOf = ({ failedAttempts }: RecordedExchange, { trouble }: ExchangeContext): string =>
  [
    'shown',
    ...(trouble.length > 0 ? ['troubled'] : []),
    ...(failedAttempts.length > 0 ? ['retried'] : []),
  ].join(' ')

const summary = (
  { id, label, elapsedMs, response, failedAttempts }: RecordedExchange,
  { trouble, words }: ExchangeContext,
  element: 'summary' | 'div' = 'summary',
): Markup => {
  const content = html`<span class="id">${id}</span> <span class="grow">${textBetweenTags(label)}${
    trouble.length > 0
      ? html` <span class="tag bad">${signOf('bad')}${words.evidence}</span>`
      : undefined
  }</span>
<span class="soft">${response.status === 0 ? words.noAnswer : response.status} <span class="ms">${Math.round(elapsedMs)} ms${failedAttempts.length > 0 ? `, ${words.attempts(failedAttempts.length + 1)}` : ''}</span></span>`
  return element === 'summary' ? html`<summary>${content}</summary>` : html`<div>${content}</div>`
}

const message = (
  start: string,
  { fields, content, contentLength }: RecordedMessage,
  words: PageWords,
  signed?: RecordedJws,
): Markup => {
  const lines = [start, ...fields.map(([name, value]) => `${name}: ${value}`)].join('\n')
  return html`<pre tabindex="0">${textBetweenTags(lines)}${
    content === undefined
      ? undefined
      : textBetweenTags(`\n\n${shortened(readable(content), shownCharacters)}`)
  }</pre>
${
  content === undefined && contentLength > 0
    ? html`<p class="soft">${words.bytes(contentLength, signed !== undefined)}</p>`
    : undefined
}`
}

const jws = ({ header, payload, certificates }: RecordedJws, words: PageWords): Markup => html`
<div class="messages"><div><h3>${words.jwsHeader}</h3><pre tabindex="0">${textBetweenTags(written(header))}</pre></div>
<div><h3>${words.jwsPayload}</h3><pre tabindex="0">${textBetweenTags(written(payload))}</pre></div></div>
${certificates.length === 0 ? undefined : chain(certificates, words)}`

const chain = (
  certificates: RecordedJws['certificates'],
  words: PageWords,
): Markup => html`<h3>${words.chain}</h3>
<ol class="chain">${certificates.map(
  ({ subject, issuer, notBefore, notAfter, key, keySha256 }, index) => html`<li><dl>
<dt>${index === 0 ? words.signs : `x5c[${index}]`}</dt><dd><code>${onOneLine(subject)}</code></dd>
<dt>${words.issuedBy}</dt><dd><code>${onOneLine(issuer)}</code></dd>
<dt>${words.valid}</dt><dd>${words.from(notBefore, notAfter)}</dd>
${key === undefined ? undefined : html`<dt>${words.key}</dt><dd>${key}</dd>`}
${keySha256 === undefined ? undefined : html`<dt>${words.itsSha}</dt><dd><code>${keySha256}</code></dd>`}
</dl></li>`,
)}</ol>`

const command = ({ before, command }: Curl): Markup =>
  html`<pre tabindex="0" class="curl">${textBetweenTags(before === undefined ? command : `${before}\n${command}`)}</pre>`

const onOneLine = (name: string): string => name.replaceAll('\n', ', ')

const written = (value: unknown): string => JSON.stringify(value, undefined, 2) ?? 'absent'

/** Indented only where that loses nothing: a member that occurs twice has to stay visible. */
const readable = (content: string): string => {
  try {
    const value: unknown = JSON.parse(content)
    return JSON.stringify(value) === content ? written(value) : content
  } catch {
    return content
  }
}

/**
 * Every exchange of the run, masked, within so many bytes. Where they do not suffice, those on which something failed
 * come first; the others are named, and stand in evidence.har.
 */
export const exchanges = (
  report: ConformanceReport,
  bytes: number,
  words: PageWords,
): Markup | undefined => {
  const recorded = report.exchanges
  if (recorded.length === 0) return undefined
  const troubled = {
    MUST: troubleByExchange(report.rules, 'MUST'),
    SHOULD: troubleByExchange(report.rules, 'SHOULD'),
  }
  const marks = { troubled, proofs: proofsIn(report), words }
  const rendered = renderedWithin(report, marks, bytes)
  const omitted = recorded.length - rendered.size
  const issued = issuedTokens(recorded)
  return html`<section id="exchanges" aria-labelledby="exchanges-title">
<h2 id="exchanges-title">${words.sections.exchanges} <span class="count">${recorded.length}</span></h2>
<p class="lead">${words.exchangesLead} <span class="paper">${words.exchangesOnPaper}</span>${
    omitted === 0
      ? undefined
      : html` <strong>${words.omitted(omitted, recorded.length)[0]}</strong>${words.omitted(omitted, recorded.length)[1]}`
  }</p>
${exchangeFilters(words)}
${recorded.map(
  (exchange) =>
    rendered.get(exchange.id) ?? exchangeStub(exchange, contextOf(exchange, report, issued, marks)),
)}
</section>
`
}

const contextOf = (
  { id }: RecordedExchange,
  { target }: ConformanceReport,
  issued: ReadonlyMap<string, string>,
  { troubled, proofs, words }: Marks,
): ExchangeContext => ({
  target,
  issued,
  words,
  isProof: proofs.has(id),
  trouble: troubled.MUST.get(id) ?? [],
  warnings: troubled.SHOULD.get(id) ?? [],
})

const renderedWithin = (
  report: ConformanceReport,
  marks: Marks,
  bytes: number,
): ReadonlyMap<string, Markup> => {
  const issued = issuedTokens(report.exchanges)
  const contexts = report.exchanges.map(
    (exchange) => [exchange, contextOf(exchange, report, issued, marks)] as const,
  )
  const weights = new Map(
    contexts.map((own) => [own[0].id, Buffer.byteLength(exchangeStub(...own).text)]),
  )
  let left = bytes - [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const rendered = new Map<string, Markup>()
  const byUrgency = contexts.toSorted(([, one], [, other]) => urgencyOf(other) - urgencyOf(one))
  for (const own of byUrgency) {
    const row = exchangeRow(...own)
    const more = Buffer.byteLength(row.text) - (weights.get(own[0].id) ?? 0)
    if (more > left) continue
    left -= more
    rendered.set(own[0].id, row)
  }
  return rendered
}

/** So many causes have an exchange of theirs on paper. */
const mostProofs = 6

const proofsIn = (report: ConformanceReport): ReadonlySet<string> =>
  new Set(
    causesOf(report)
      .slice(0, mostProofs)
      .flatMap(
        ({ lead }) =>
          lead.observations.find(({ verdict }) => verdict === 'failed')?.evidence.at(-1) ?? [],
      ),
  )

const urgencyOf = ({ trouble, warnings }: ExchangeContext): number =>
  trouble.length > 0 ? 2 : Math.min(1, warnings.length)

interface Marks {
  readonly proofs: ReadonlySet<string>
  readonly troubled: Readonly<Record<'MUST' | 'SHOULD', ReadonlyMap<string, readonly string[]>>>
  readonly words: PageWords
}

/** The rules of a level that failed or could not be judged, by the exchange that they were judged on. */
const troubleByExchange = (
  rules: readonly RuleResult[],
  marked: 'MUST' | 'SHOULD',
): ReadonlyMap<string, readonly string[]> => {
  const trouble = new Map<string, string[]>()
  for (const { id, level, observations } of rules) {
    if (level !== marked) continue
    const evidence = observations
      .filter(({ verdict }) => grave.has(verdict))
      .flatMap((observation) => observation.evidence)
    for (const own of new Set(evidence)) trouble.set(own, [...(trouble.get(own) ?? []), id])
  }
  return trouble
}

const grave: ReadonlySet<string> = new Set(['failed', 'inconclusive', 'errored'])
