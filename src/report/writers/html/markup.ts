import { visibleText } from '../../visible-text.ts'

/** HTML that is safe to insert: only `html` makes it. */
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

/** The stylesheet as it is written: the one text that is inserted unescaped. */
export const stylesheetElement = (css: string): Markup => new Markup(`<style>${css}</style>`)

const markupOf = (content: Content): string => {
  if (content === undefined) return ''
  if (content instanceof Markup) return content.text
  if (typeof content === 'object') return content.map(markupOf).join('')
  return visibleText(String(content)).replaceAll(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)
}
