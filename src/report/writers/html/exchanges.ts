import { issuedTokens } from '../../curl.ts'
import type { ConformanceReport, RecordedExchange, RuleResult } from '../../model.ts'
import { counted } from '../../verdict-sentence.ts'
import { exchangeRow, exchangeStub } from './exchange.ts'
import { exchangeFilters } from './filters.ts'
import { html, type Markup } from './markup.ts'

/**
 * Every exchange of the run, masked, within so many bytes. Where they do not suffice, those on which something failed
 * come first; the others are named, and stand in evidence.har.
 */
export const exchanges = (report: ConformanceReport, bytes: number): Markup | undefined => {
  const recorded = report.exchanges
  if (recorded.length === 0) return undefined
  const troubled = troubleByExchange(report.rules)
  const rendered = renderedWithin(report, troubled, bytes)
  const omitted = recorded.length - rendered.size
  const issued = issuedTokens(recorded)
  return html`<section id="exchanges" aria-labelledby="exchanges-title">
<h2 id="exchanges-title">Exchanges <span class="count">${recorded.length}</span></h2>
<p class="lead">What was sent and what came, masked where it was recorded. <span class="paper">On paper only those are open on which something failed.</span>${
    omitted === 0
      ? undefined
      : html` <strong>${counted(omitted, 'exchange')} of ${recorded.length} ${omitted === 1 ? 'is' : 'are'} only named here</strong>, so that the page stays light: all of them stand in evidence.har beside it.`
  }</p>
${exchangeFilters()}
${recorded.map(
  (exchange) =>
    rendered.get(exchange.id) ??
    exchangeStub(exchange, contextOf(exchange, report, issued, troubled)),
)}
</section>
`
}

const contextOf = (
  { id }: RecordedExchange,
  { target }: ConformanceReport,
  issued: ReadonlyMap<string, string>,
  troubled: ReadonlyMap<string, readonly string[]>,
) => ({ target, issued, trouble: troubled.get(id) ?? [] })

const renderedWithin = (
  report: ConformanceReport,
  troubled: ReadonlyMap<string, readonly string[]>,
  bytes: number,
): ReadonlyMap<string, Markup> => {
  const issued = issuedTokens(report.exchanges)
  const contexts = report.exchanges.map(
    (exchange) => [exchange, contextOf(exchange, report, issued, troubled)] as const,
  )
  const weights = new Map(
    contexts.map((own) => [own[0].id, Buffer.byteLength(exchangeStub(...own).text)]),
  )
  let left = bytes - [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const rendered = new Map<string, Markup>()
  const byUrgency = contexts.toSorted(
    ([, one], [, other]) => Math.min(1, other.trouble.length) - Math.min(1, one.trouble.length),
  )
  for (const own of byUrgency) {
    const row = exchangeRow(...own)
    const more = Buffer.byteLength(row.text) - (weights.get(own[0].id) ?? 0)
    if (more > left) continue
    left -= more
    rendered.set(own[0].id, row)
  }
  return rendered
}

/** The rules that failed or could not be judged, by the exchange that they were judged on. */
const troubleByExchange = (
  rules: readonly RuleResult[],
): ReadonlyMap<string, readonly string[]> => {
  const trouble = new Map<string, string[]>()
  for (const { id, level, observations } of rules) {
    if (level === 'INFO') continue
    const evidence = observations
      .filter(({ verdict }) => grave.has(verdict))
      .flatMap((observation) => observation.evidence)
    for (const own of new Set(evidence)) trouble.set(own, [...(trouble.get(own) ?? []), id])
  }
  return trouble
}

const grave: ReadonlySet<string> = new Set(['failed', 'inconclusive', 'errored'])
