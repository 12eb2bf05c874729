import type { ReportedCitation, RuleResult } from '../../model.ts'
import { html, type Markup } from './markup.ts'

/** A rule's id, leading to all that was observed of it. */
export const ruleLink = ({ id }: Pick<RuleResult, 'id'>): Markup =>
  html`<a class="id" href="#${id}">${id}</a>`

/** Ids of exchanges, each leading to the exchange. */
export const evidenceLinks = (evidence: readonly string[]): readonly Markup[] =>
  evidence.map((id, index) => html`${index === 0 ? '' : ' '}<a class="id" href="#${id}">${id}</a>`)

/** The sentence that a rule stands on, with where it is written. */
export const citation = ({ source, url, section, quote }: ReportedCitation): Markup => html`
<p class="small"><a href="${url}" rel="noreferrer">${source}</a>, ${section}</p>
${quote === undefined ? undefined : html`<blockquote class="small">${quote}</blockquote>`}`
