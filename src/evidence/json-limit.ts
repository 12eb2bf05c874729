import { limits } from './limits.ts'

/**
 * Which limit a JSON text is over, in words, or undefined where it is over none: without recursion and before it is
 * parsed. Of a text that is no JSON the answer means nothing.
 */
export const jsonLimit = (text: string): string | undefined => {
  // Each level and each member takes two characters at least.
  if (text.length < 2 * limits.jsonDepth) return undefined
  let depth = 0
  let members = 0
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quotationMark:
        at = endOfString(text, at)
        break
      case openingBrace:
      case openingBracket:
        depth += 1
        members += 1
        if (depth > limits.jsonDepth) return `more than ${limits.jsonDepth} levels`
        break
      case closingBrace:
      case closingBracket:
        depth -= 1
        break
      case comma:
        members += 1
        if (members > limits.jsonMembers) return `more than ${limits.jsonMembers} members and items`
    }
  }
  return undefined
}

const [quotationMark, backslash, comma] = [0x22, 0x5c, 0x2c]
const [openingBrace, closingBrace, openingBracket, closingBracket] = [0x7b, 0x7d, 0x5b, 0x5d]

/** Where the string that begins here ends: its closing quotation mark, or the text's end. */
export const endOfString = (text: string, start: number): number => {
  let at = start + 1
  while (at < text.length && text.charCodeAt(at) !== quotationMark)
    at += text.charCodeAt(at) === backslash ? 2 : 1
  return at
}
