import { createPrivateKey, type JsonWebKey, X509Certificate } from 'node:crypto'
import type { Disk } from './disk.ts'
import { isPersonidentifikator } from './personidentifikator.ts'

/**
 * A value in its form, or why not: a clause that follows what was found ("plain http is accepted on
 * loopback only"), or undefined where the found value speaks for itself. It never repeats the value.
 */
type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly because: string | undefined }

/** The accepted form of a setting: in words that follow "must be", and as a parser. */
export interface Form<Value> {
  readonly accepts: string
  /** Parses trimmed, non-empty text. Files are reached through `disk` alone. */
  readonly parse: (text: string, disk: Disk) => Parsed<Value>
}

/** The type of value that a form gives. */
export type FormValue<F> = F extends Form<infer Value> ? Value : never

/** The text is in the form. */
export const accepted = <Value>(value: Value): Parsed<Value> => ({ ok: true, value })

/** The text is not in the form. */
export const refused = (because?: string): Parsed<never> => ({ ok: false, because })

/** `true` or `false`, nothing that merely looks like it. */
export const booleanWord: Form<boolean> = {
  accepts: 'true or false',
  parse: (text) => (text === 'true' || text === 'false' ? accepted(text === 'true') : refused()),
}

/** A whole number within bounds, both included. */
export const integer = (least: number, most: number): Form<number> => ({
  accepts: `a whole number from ${least} to ${most}`,
  parse: (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    return number >= least && number <= most ? accepted(number) : refused()
  },
})

/** One word of a list. */
export const oneOf = <const Word extends string>(words: readonly Word[]): Form<Word> => ({
  accepts: `one of ${words.join(', ')}`,
  parse: (text) => {
    const word = words.find((known) => known === text)
    return word === undefined ? refused() : accepted(word)
  },
})

/** A day of the calendar, as ISO 8601 writes it. */
export const calendarDay: Form<string> = {
  accepts: 'a day of the calendar, yyyy-mm-dd',
  parse: (text) => {
    const time = Date.parse(`${text}T00:00:00.000Z`)
    const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time)
    return isDay && new Date(time).toISOString().startsWith(text) ? accepted(text) : refused()
  },
}

/** Several words of a list, each once, with what they are separated by. */
export const someOf = <const Word extends string>(
  words: readonly Word[],
  separator: { readonly name: string; readonly pattern: RegExp },
): Form<readonly Word[]> => ({
  accepts: `one or more of ${words.join(', ')}, separated by ${separator.name}`,
  parse: (text) => {
    const parts = [...new Set(text.split(separator.pattern).filter((part) => part !== ''))]
    const known = parts.flatMap((part) => words.filter((word) => word === part))
    return known.length > 0 && known.length === parts.length ? accepted(known) : refused()
  },
})

/** Several words of a list, or `none` for none of them. */
export const someOfOrNone = <const Word extends string>(
  words: readonly Word[],
  separator: Parameters<typeof someOf>[1],
): Form<readonly Word[]> => {
  const some = someOf(words, separator)
  return {
    accepts: `${some.accepts}; or none`,
    parse: (text, disk) => (text.trim() === 'none' ? accepted([]) : some.parse(text, disk)),
  }
}

/** Text without spaces or control characters, for people described by `accepts`. */
export const token = (accepts: string): Form<string> => ({
  accepts,
  parse: (text) => (/^[\x21-\x7e]+$/.test(text) ? accepted(text) : refused()),
})

/** Printable text of a least length, for secrets. */
export const secretText = (accepts: string, least = 1): Form<string> => ({
  accepts,
  parse: (text) =>
    text.length >= least && /^[^\p{Cc}]+$/u.test(text) ? accepted(text) : refused(),
})

/** The hosts that are reached without the proxy, as other programs read them. */
export const hostList: Form<string> = {
  accepts: 'host names separated by commas, or *',
  parse: (text) => (/^[\w.:*,\s[\]/-]+$/.test(text) ? accepted(text) : refused()),
}

/** A SHA-256 digest, given in lower-case hexadecimal digits whatever the case it is written in. */
export const sha256: Form<string> = {
  accepts: 'a SHA-256 digest of 64 hexadecimal digits',
  parse: (text) => {
    const digits = text.replaceAll(':', '').toLowerCase()
    return /^[\da-f]{64}$/.test(digits) ? accepted(digits) : refused()
  },
}

/** An organisation number. */
export const organisationNumber: Form<string> = {
  accepts: 'an organisation number of 9 digits',
  parse: (text) => (/^\d{9}$/.test(text) ? accepted(text) : refused()),
}

/** A folder that can be written to, or made; gives its absolute path. */
export const folder: Form<string> = {
  accepts: 'a folder that can be written to',
  parse: (text, disk) => {
    const trouble = disk.folderTrouble(text)
    return trouble === undefined ? accepted(disk.resolve(text)) : refused(trouble)
  },
}

/** The same, and nobody else can write to it. */
export const ownFolder: Form<string> = {
  accepts: 'a folder that you can write to, and nobody else',
  parse: (text, disk) => {
    const trouble = disk.folderTrouble(text) ?? disk.strangersTrouble(text)
    return trouble === undefined ? accepted(disk.resolve(text)) : refused(trouble)
  },
}

/** A program on this machine; gives its absolute path. */
export const program: Form<string> = {
  accepts: "the path of a browser's program file",
  parse: (text, disk) => {
    const trouble = disk.executableTrouble(text)
    return trouble === undefined ? accepted(disk.resolve(text)) : refused(trouble)
  },
}

const block = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g

/** The certificates of PEM text, each a block of its own; undefined where one of them is damaged. */
export const pemCertificates = (text: string): readonly string[] | undefined => {
  const blocks = text.match(block) ?? []
  return blocks.every(isCertificate) ? blocks : undefined
}

const isCertificate = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}

/** A PEM file with certificates; gives each certificate's PEM, in order. */
export const certificateFile: Form<readonly string[]> = {
  accepts: 'the path of a PEM file with one or more certificates',
  parse: (text, disk) => {
    const file = disk.readText(text)
    if ('trouble' in file) return refused(file.trouble)
    const certificates = pemCertificates(file.text)
    if (certificates === undefined) return refused('a certificate in the file is damaged')
    return certificates.length === 0
      ? refused('the file holds no certificate')
      : accepted(certificates)
  },
}

/** The number of a test user; whether it has to be synthetic depends on the environment. */
export const personidentifikator: Form<string> = {
  accepts: 'a personidentifikator of 11 digits',
  parse: (text) => {
    if (isPersonidentifikator(text)) return accepted(text)
    return refused(/^\d{11}$/.test(text) ? 'its date or its control digits do not fit' : undefined)
  },
}

/** A private key in the JSON Web Key format (RFC 7517). */
type PrivateJwk = Readonly<Record<string, unknown>>

/**
 * A private JWK: its file, or the JSON itself, as CI keeps secrets in variables. The key is tried with
 * the cryptographic library, so that a half-copied one is found before the first request.
 */
export const privateJwk: Form<PrivateJwk> = {
  accepts: 'the path of a private JWK (RFC 7517), or the JWK itself',
  parse: (text, disk) => {
    if (text.startsWith('{')) return parseJwk(text)
    const file = disk.readText(text)
    return 'trouble' in file ? refused(file.trouble) : parseJwk(file.text)
  },
}

/** A private key that JWS has an algorithm for (RFC 7518, 3.1; RFC 8037, 3.1). */
export const signingJwk: Form<PrivateJwk> = {
  accepts:
    'the path of a private JWK (RFC 7517) that signs (EC, RSA or Ed25519), or the JWK itself',
  parse: (text, disk) => {
    const parsed = privateJwk.parse(text, disk)
    if (!parsed.ok) return parsed
    const { kty, crv } = parsed.value
    return kty === 'RSA' || signingCurves.has(crv)
      ? parsed
      : refused(`a key on ${String(crv)} makes no signatures of JWS`)
  },
}

const signingCurves: ReadonlySet<unknown> = new Set(['P-256', 'P-384', 'P-521', 'Ed25519'])

const parseJwk = (text: string): Parsed<PrivateJwk> => {
  const jwk = parseObject(text)
  if (jwk === undefined) return refused('it holds no JSON object')
  if (Array.isArray(jwk['keys'])) return refused('it is a JWK Set, not one JWK')
  if (jwk['kty'] === 'oct') return refused('it is a symmetric key, not a private one')
  if (typeof jwk['d'] !== 'string') return refused('it has no private part ("d")')
  return isUsable(jwk) ? accepted(jwk) : refused('its members make no usable private key')
}

const parseObject = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined
  } catch {
    return undefined
  }
}

const isUsable = (jwk: JsonWebKey): boolean => {
  try {
    return createPrivateKey({ key: jwk, format: 'jwk' }).type === 'private'
  } catch {
    return false
  }
}
