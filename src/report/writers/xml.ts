import { visibleLine, visibleText } from '../../evidence/visible-text.ts'

/** An element with its attributes, in order, and its content, already written. */
export const element = (
  name: string,
  attributes: readonly (readonly [name: string, value: string | number])[],
  content = '',
): string => {
  const written = attributes.map(([own, value]) => ` ${own}="${attributeText(String(value))}"`)
  const start = `<${name}${written.join('')}`
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`
}

/** Character data: whatever XML 1.0 cannot carry is written out visibly. */
export const characters = (text: string): string => escaped(visibleText(text))

const attributeText = (text: string): string => escaped(visibleLine(text))

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
