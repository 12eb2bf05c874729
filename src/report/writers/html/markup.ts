import { visibleText } from '../../../evidence/visible-text.ts'

/** HTML that is safe to insert: only this file makes it. */
class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type { Markup }

/** What can stand in a template: text is escaped, markup is not, lists are joined, undefined is nothing. */
export type Content = string | number | undefined | Markup | readonly Content[]

/** A tagged template that escapes every text put into it, for elements and quoted attributes alike. */
export const html = (literals: TemplateStringsArray, ...contents: readonly Content[]): Markup =>
  new Markup(literals.map((literal, index) => literal + markupOf(contents[index])).join(''))

/**
 * A text between tags, and nowhere else: quotation marks stay as they are there, which makes recorded JSON half
 * as long.
 */
export const textBetweenTags = (text: string): Markup =>
  new Markup(visibleText(text).replaceAll(/[&<>]/g, escaped))

/** The stylesheet as it is written: with the script the one text that is inserted unescaped. */
export const stylesheetElement = (css: string): Markup => new Markup(`<style>${css}</style>`)

/** The page's own script as it is written. */
export const scriptElement = (script: string): Markup => new Markup(`<script>${script}</script>`)

const markupOf = (content: Content): string => {
  if (content === undefined) return ''
  if (content instanceof Markup) return content.text
  if (typeof content === 'object') return content.map(markupOf).join('')
  return visibleText(String(content)).replaceAll(/[&<>"']/g, escaped)
}

const escaped = (one: string): string => `&#${one.charCodeAt(0)};`
