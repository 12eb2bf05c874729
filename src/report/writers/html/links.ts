import { isNorwegian } from '../../language.ts'
import { isWebAddress, type ReportedCitation, type RuleResult } from '../../model.ts'
import { readableTime } from '../../verdict-sentence.ts'
import type { Language } from '../../words/language.ts'
import { html, type Markup } from './markup.ts'

/** A rule's id, leading to all that was observed of it. */
export const ruleLink = ({ id }: Pick<RuleResult, 'id'>): Markup =>
  html`<a class="id" href="#${id}">${id}</a>`

/** Ids of exchanges, each leading to the exchange. */
export const evidenceLinks = (evidence: readonly string[]): readonly Markup[] =>
  evidence.map((id) => html` <a class="id" href="#${id}">${id}</a>`)

/** The sentence that a rule stands on, with where it is written. */
export const citation = ({ source, url, section, quote }: ReportedCitation): Markup =>
  html`<figure class="citation">${quote === undefined ? undefined : quotation(quote)}
<figcaption>${webLink(url, source)}, ${section}</figcaption></figure>`

/** Words that lead to a page of the web; an address of any other kind (`javascript:`, `file:`) leads nowhere. */
export const webLink = (url: string, words: string): Markup =>
  isWebAddress(url) ? html`<a href="${url}" rel="noreferrer">${words}</a>` : html`${words}`

const quotation = (quote: string): Markup =>
  isNorwegian(quote)
    ? html`<blockquote lang="no">${quote}</blockquote>`
    : html`<blockquote>${quote}</blockquote>`

/** A point in time for people, and for machines. */
export const instant = (time: string, language: Language = 'en'): Markup =>
  html`<time datetime="${time}">${readableTime(time, language)}</time>`
