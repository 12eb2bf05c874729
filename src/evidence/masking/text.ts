import { parseJws } from '../jws.ts'
import { sensitiveNames } from './members.ts'
import type { Pseudonym } from './pseudonym.ts'

/** Something that shows by its form what it is. */
interface Shape {
  /** What every text with one in it has: without it the slow search is spared. */
  readonly needs: (text: string) => boolean
  readonly mask: (text: string, pseudonym: Pseudonym) => string
}

const email: Shape = {
  needs: (text) => /@|%40/.test(text),
  mask: (text, pseudonym) =>
    text.replace(/[A-Za-z0-9._%+-]{1,64}(?:@|%40)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g, (address) =>
      pseudonym('epostadresse', address),
    ),
}

const pem: Shape = {
  needs: (text) => text.includes('-----BEGIN '),
  mask: (text, pseudonym) =>
    text.replace(/-----BEGIN [A-Z0-9 ]+-----[\s\S]*?-----END [A-Z0-9 ]+-----/g, (block) =>
      pseudonym('sertifikat', block),
    ),
}

/** `?code=…` of an address in a text. */
const parameter: Shape = {
  needs: (text) => text.includes('='),
  mask: (text, pseudonym) =>
    text.replace(
      /(?<=[?&;#]|&amp;|&#38;|^)([A-Za-z_]+)=([^&\s"'<>#;]+)/g,
      (pair, name: string, value: string) => {
        const kind = sensitiveNames.get(name.toLowerCase())
        return kind === undefined ? pair : `${name}=${pseudonym(kind, value)}`
      },
    ),
}

/** `"code": "…"` of a document that does not parse. */
const member: Shape = {
  needs: (text) => text.includes(':'),
  mask: (text, pseudonym) =>
    text.replace(
      /(["'])([A-Za-z_]+)\1(\s*:\s*)(["'])((?:\\.|(?!\4)[^\\])+)\4/g,
      (pair, quote: string, name: string, colon: string, _, value: string) => {
        const kind = sensitiveNames.get(name.toLowerCase())
        return kind === undefined
          ? pair
          : `${quote}${name}${quote}${colon}${quote}${pseudonym(kind, value)}${quote}`
      },
    ),
}

/** A compact JWS or unsecured JWT anywhere in a text. */
const jwt: Shape = {
  needs: (text) => text.includes('eyJ'),
  mask: (text, pseudonym) =>
    text.replace(/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*\.?[A-Za-z0-9_-]*/g, (token) =>
      parseJws(token) ? pseudonym('token', token) : pseudonym('string', token),
    ),
}

/** A person's number, or a telephone's; digits of a UUID are neither, however many come together in it. */
const numbers: Shape = {
  needs: (text) => /\d{5}/.test(text),
  mask: (text, pseudonym) =>
    text.replace(
      /(?<uuid>\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b)|(?<pid>(?<!\d)\d{6}[ -]?\d{5}(?!\d))|(?<telephone>(?<![\d#])(?:\+|00|%2B)\d{8,14}(?!\d))/gi,
      (digits, uuid?: string, pid?: string) => {
        if (uuid !== undefined) return digits
        return pid === undefined
          ? pseudonym('mobiltelefonnummer', digits)
          : pseudonym('pid', pid.replace(/\D/g, ''))
      },
    ),
}

const longBase64: Shape = {
  needs: (text) => text.length >= 120,
  mask: (text, pseudonym) =>
    text.replace(/[A-Za-z0-9+/_-]{120,}={0,2}/g, (block) => pseudonym('string', block)),
}

/** In this order: what one has shown, the next looks at too. */
const shapes: readonly Shape[] = [email, pem, parameter, member, jwt, numbers, longBase64]

/** Short texts in which there is none of them: names, codes and places come again and again. */
const plain = new Set<string>()
const rememberedTexts = 4096
const rememberedLength = 256

/** Masks what looks like a secret or a person in free text, whether or not it is known. */
export const maskShapes = (text: string, pseudonym: Pseudonym): string => {
  if (plain.has(text)) return text
  const masked = shapes.reduce(
    (shown, { needs, mask }) => (needs(shown) ? mask(shown, pseudonym) : shown),
    text,
  )
  if (masked === text && text.length <= rememberedLength) {
    if (plain.size >= rememberedTexts) plain.clear()
    plain.add(text)
  }
  return masked
}
