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
  mask: (text, pseudonym) => {
    const parts: string[] = []
    let rest = 0
    for (const { start, end } of addresses(text)) {
      parts.push(text.slice(rest, start), pseudonym('epostadresse', text.slice(start, end)))
      rest = end
    }
    return parts.join('') + text.slice(rest)
  },
}

/** Found by the sign and what follows it: a search from every place before the sign would look at each of them 64 times. */
const addresses = (text: string): readonly { readonly start: number; readonly end: number }[] => {
  const found: { start: number; end: number }[] = []
  for (const { index: sign, 0: behind } of text.matchAll(
    /(?:@|%40)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g,
  )) {
    const last = found.at(-1)
    const end = sign + behind.length
    const start = startOfLocalPart(text, sign)
    if (last !== undefined && start <= last.start) last.end = end
    else if (Math.max(start, last?.end ?? 0) < sign)
      found.push({ start: Math.max(start, last?.end ?? 0), end })
  }
  return found
}

/** As far as such characters go, and no further than the 64 that a local part may have (RFC 5321, 4.5.3.1.1). */
const startOfLocalPart = (text: string, sign: number): number => {
  let start = sign
  while (start > 0 && sign - start < 64 && /[A-Za-z0-9._%+-]/.test(text[start - 1] ?? ''))
    start -= 1
  return start
}

const pem: Shape = {
  needs: (text) => text.includes('-----BEGIN '),
  mask: (text, pseudonym) => {
    const begin = /-----BEGIN [A-Z0-9 ]+-----/g
    const end = /-----END [A-Z0-9 ]+-----/g
    const parts: string[] = []
    let rest = 0
    for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
      end.lastIndex = begin.lastIndex
      // Where no block ends, none that begins later does.
      if (end.exec(text) === null) break
      parts.push(
        text.slice(rest, found.index),
        pseudonym('sertifikat', text.slice(found.index, end.lastIndex)),
      )
      rest = end.lastIndex
      begin.lastIndex = rest
    }
    return parts.join('') + text.slice(rest)
  },
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
    text.replace(/[A-Za-z0-9._-]+/g, (run) =>
      run.includes('eyJ') ? maskJwts(run, pseudonym) : run,
    ),
}

/** In a run of base64url and dots: a segment that begins like a header, with the two behind it. */
const maskJwts = (run: string, pseudonym: Pseudonym): string => {
  const segments = run.split('.')
  const shown: string[] = []
  for (let at = 0; at < segments.length; at += 1) {
    const segment = segments[at] ?? ''
    const begins = at + 1 < segments.length ? headerStart(segment) : -1
    if (begins < 0) {
      shown.push(segment)
      continue
    }
    const token = [segment.slice(begins), ...segments.slice(at + 1, at + 3)].join('.')
    const kind = parseJws(token) ? 'token' : 'string'
    shown.push(segment.slice(0, begins) + pseudonym(kind, token))
    at += 2
  }
  return shown.join('.')
}

/** Where in a segment a header of eleven characters or more begins: at its start, or behind a hyphen. */
const headerStart = (segment: string): number => {
  const at = segment.startsWith('eyJ') ? 0 : segment.indexOf('-eyJ') + 1
  const isThere = at > 0 || segment.startsWith('eyJ')
  return isThere && segment.length - at >= 11 ? at : -1
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
    text.replace(/(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{120,}={0,2}/g, (block) =>
      pseudonym('string', block),
    ),
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
