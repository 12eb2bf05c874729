import { parseJws } from '../jws.ts'
import { isPersonal, kindOf } from './members.ts'
import { isNumberOfPerson } from './numbers.ts'
import type { Pseudonym, ValueKind } from './pseudonym.ts'
import { replaceSpans, spansIn } from './spans.ts'

/** Something that shows by its form what it is: where it stands, its kind, and it itself where it is written otherwise. */
interface Found {
  readonly start: number
  readonly end: number
  readonly kind: ValueKind
  readonly value?: string
}

interface Shape {
  /** What every text with one in it has: without it the slow search is spared. */
  readonly needs: (text: string) => boolean
  readonly find: (text: string) => Iterable<Found>
}

const email: Shape = { needs: (text) => /@|%40/.test(text), find: (text) => addresses(text) }

/** Found by the sign and what follows it: a search from every place before the sign would look at each of them 64 times. */
const addresses = (text: string): readonly Found[] => {
  const found: { start: number; end: number; kind: 'epostadresse' }[] = []
  for (const { index: sign, 0: behind } of text.matchAll(
    /(?:@|%40)[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
  )) {
    const last = found.at(-1)
    const end = sign + behind.length
    const start = startOfLocalPart(text, sign)
    if (last !== undefined && start <= last.start) last.end = end
    else if (Math.max(start, last?.end ?? 0) < sign)
      found.push({ start: Math.max(start, last?.end ?? 0), end, kind: 'epostadresse' })
  }
  return found
}

/** As far as such characters go, and no further than the 64 that a local part may have (RFC 5321, 4.5.3.1.1). */
const startOfLocalPart = (text: string, sign: number): number => {
  let start = sign
  while (start > 0 && sign - start < 64 && /[\p{L}\d._%+-]/u.test(text[start - 1] ?? '')) start -= 1
  return start
}

/** An address backwards, or one on this machine: what has dots stands before the sign. */
const backwards: Shape = {
  needs: (text) => text.includes('@'),
  *find(text) {
    for (const { index: start, 0: address } of text.matchAll(
      /(?<![\p{L}\d.+_-])[\p{L}\d-]{2,20}(?:\.[\p{L}\d-]{1,63}){1,4}@[\p{L}\d+_-]{2,64}(?![\p{L}\d.@-])/gu,
    ))
      yield { start, end: start + address.length, kind: 'epostadresse' }
  },
}

/** Of a mailbox: `kari.nordmann#1AB2`. */
const mailbox: Shape = {
  needs: (text) => text.includes('#'),
  *find(text) {
    for (const { index: start, 0: address } of text.matchAll(
      /(?<![\p{L}\d.-])[\p{L}\d-]{1,40}(?:\.[\p{L}\d-]{1,40}){1,5}#(?=[\dA-Z]*\d)[\dA-Z]{4,6}(?![\p{L}\d])/gu,
    ))
      yield { start, end: start + address.length, kind: 'postkasseadresse' }
  },
}

const pem: Shape = {
  needs: (text) => text.includes('-----BEGIN '),
  *find(text) {
    const begin = /-----BEGIN [A-Z0-9 ]+-----/g
    const end = /-----END [A-Z0-9 ]+-----/g
    for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
      end.lastIndex = begin.lastIndex
      // Where no block ends, none that begins later does.
      if (end.exec(text) === null) break
      yield { start: found.index, end: end.lastIndex, kind: 'sertifikat' }
      begin.lastIndex = end.lastIndex
    }
  },
}

/** `?code=…` of an address in a text. */
const parameter: Shape = {
  needs: (text) => text.includes('='),
  *find(text) {
    for (const { index, 0: pair, 1: name = '' } of text.matchAll(
      /(?<=[?&;#]|&amp;|&#38;|^)([A-Za-z_]+)=[^&\s"'<>#;]+/g,
    )) {
      const kind = kindOf(name)
      if (kind !== undefined)
        yield { start: index + name.length + 1, end: index + pair.length, kind }
    }
  },
}

/** `"code": "…"` of a document that does not parse. */
const member: Shape = {
  needs: (text) => text.includes(':'),
  *find(text) {
    for (const { index, 0: pair, 2: name = '', 4: value = '' } of text.matchAll(
      /(["'])([\p{L}_]+)\1\s*:\s*(["'])((?:\\.|(?!\3)[^\\])+)\3/gu,
    )) {
      const kind = kindOf(name)
      const end = index + pair.length - 1
      if (kind !== undefined) yield { start: end - value.length, end, kind }
    }
  },
}

/** `fornavn: Kari` and `fornavn="Kari"` of a text that is no JSON: up to what ends a line, an item or an attribute. */
const labelled: Shape = {
  needs: (text) => /[:=]/.test(text),
  *find(text) {
    for (const { index, 0: pair, 1: name = '', 2: value = '' } of text.matchAll(
      /(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_.-]{1,40})["']?[^\S\n]{0,3}[:=][^\S\n]{0,3}["']?((?![\s[{"'])[^\n,;&<>"'[\]{}]{2,200})/gu,
    )) {
      const kind = isPersonal(name) ? kindOf(name) : undefined
      const end = index + pair.length
      if (kind !== undefined) yield { start: end - value.length, end, kind }
    }
  },
}

/** `<fornavn>Kari</fornavn>`. */
const element: Shape = {
  needs: (text) => text.includes('</'),
  *find(text) {
    for (const { index, 0: whole, 1: name = '', 2: value = '' } of text.matchAll(
      /<(?:[\w-]{1,20}:)?([\p{L}_][\p{L}\p{N}_.-]{1,40})(?:\s[^<>]{0,200})?>([^<]+)(?=<\/)/gu,
    )) {
      const kind = kindOf(name)
      const end = index + whole.length
      if (kind !== undefined) yield { start: end - value.length, end, kind }
    }
  },
}

/** A compact JWS or unsecured JWT anywhere in a text. */
const jwt: Shape = {
  needs: (text) => text.includes('eyJ'),
  *find(text) {
    for (const { index, 0: run } of text.matchAll(/[A-Za-z0-9._-]+/g))
      if (run.includes('eyJ')) yield* jwtsIn(run, index)
  },
}

/** In a run of base64url and dots: a segment that begins like a header, with the two behind it. */
function* jwtsIn(run: string, offset: number): Generator<Found> {
  const segments = run.split('.')
  let at = offset
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] ?? ''
    const begins = index + 1 < segments.length ? headerStart(segment) : -1
    if (begins < 0) {
      at += segment.length + 1
      continue
    }
    const taken = segments.slice(index, index + 3).join('.')
    const token = taken.slice(begins)
    const kind = parseJws(token) ? 'token' : 'string'
    yield { start: at + begins, end: at + taken.length, kind }
    at += taken.length + 1
    index += 2
  }
}

/** Where in a segment a header of eleven characters or more begins: at its start, or behind a hyphen. */
const headerStart = (segment: string): number => {
  const at = segment.startsWith('eyJ') ? 0 : segment.indexOf('-eyJ') + 1
  const isThere = at > 0 || segment.startsWith('eyJ')
  return isThere && segment.length - at >= 11 ? at : -1
}

/** A person's number, or a telephone's; digits of a UUID are neither, however many come together in it. */
const numbers: Shape = {
  needs: (text) => /\d{5}|(?:\d[^\da-z\n]{0,3}){7}\d/i.test(text),
  *find(text) {
    for (const { index: start, 0: digits, groups } of text.matchAll(
      /(?<uuid>\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b)|(?<pid>(?<!\d)\d{6}[ /_\u2010-\u2015\u2212-]?\d{5}(?!\d))|(?<telephone>(?<![\d#])(?:\+|00|%2B)\d{8,14}(?!\d))|(?<![\w.#-])(?<national>[49]\d{7}|[49]\d(?: \d\d){3}|[49]\d\d \d\d \d{3})(?![\w-]|\.\d)/gi,
    )) {
      const end = start + digits.length
      if (groups?.['pid'] !== undefined)
        yield { start, end, kind: 'pid', value: digits.replace(/\D/g, '') }
      else if (groups?.['uuid'] === undefined) yield { start, end, kind: 'mobiltelefonnummer' }
    }
    yield* spacedNumbers(text)
  },
}

/** Eleven digits with anything but letters between them; by chance they have a date and control digits once in 300. */
function* spacedNumbers(text: string): Generator<Found> {
  for (const { index: start, 0: run } of text.matchAll(/(?<![\da-z])\d(?:[^\da-z\n]{0,3}\d)+/gi)) {
    const value = run.replace(/\D/g, '')
    if (value.length !== 11 || /^127\.|\d\d:\d\d:\d\d/.test(run)) continue
    if (isNumberOfPerson(value)) yield { start, end: start + run.length, kind: 'pid', value }
  }
}

const longBase64: Shape = {
  needs: (text) => text.length >= 120,
  *find(text) {
    for (const { index: start, 0: block } of text.matchAll(
      /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{120,}={0,2}/g,
    ))
      yield { start, end: start + block.length, kind: 'string' }
  },
}

const shapes: readonly Shape[] = [
  ...[
    email,
    backwards,
    mailbox,
    pem,
    parameter,
    member,
    labelled,
    element,
    jwt,
    numbers,
    longBase64,
  ],
]

/** Short texts in which there is none of them: names, codes and places come again and again. */
const plain = new Set<string>()
const rememberedTexts = 4096
const rememberedLength = 256

/** Masks what looks like a secret or a person in free text, whether or not it is known, and however it is encoded. */
export const maskShapes = (text: string, pseudonym: Pseudonym): string => {
  if (plain.has(text)) return text
  const find = (read: string) =>
    shapes
      .filter(({ needs }) => needs(read))
      .flatMap(({ find: findShape }) =>
        [...findShape(read)].map(({ start, end, kind, value = read.slice(start, end) }) => ({
          start,
          end,
          shown: pseudonym(kind, value),
        })),
      )
  const masked = replaceSpans(text, spansIn(text, find))
  if (masked === text && text.length <= rememberedLength) {
    if (plain.size >= rememberedTexts) plain.clear()
    plain.add(text)
  }
  return masked
}
