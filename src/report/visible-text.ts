/**
 * The text with everything that cannot be seen written out (`\u{1b}`): control and format characters
 * (bidirectional overrides among them), lone surrogates, noncharacters. What is left can neither steer a
 * terminal nor make XML ill-formed. Line feeds and tabs stay.
 */
export const visibleText = (text: string): string =>
  // Most texts are plain ASCII, and the property classes below are slow on a megabyte.
  /^[\n\t -~]*$/.test(text) ? text : text.replaceAll(unseen, writtenOut)

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu

const writtenOut = (character: string): string =>
  character === '\n' || character === '\t'
    ? character
    : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/** The same on one line: line feeds and tabs are written out too. */
export const visibleLine = (text: string): string =>
  visibleText(text.replaceAll('\r', '\\r').replaceAll('\n', '\\n').replaceAll('\t', '\\t'))

/** At most so many characters, a cut told by its length. A character is never cut in two. */
export const shortened = (text: string, characters: number): string => {
  if (text.length <= characters) return text
  const all = [...text]
  if (all.length <= characters) return text
  return `${all.slice(0, characters).join('')}… (${all.length - characters} more characters)`
}
