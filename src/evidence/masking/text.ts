import { parseJws } from '../jws.ts'
import { sensitiveNames } from './members.ts'
import type { Pseudonym } from './pseudonym.ts'

/** A compact JWS or unsecured JWT anywhere in a text. */
const jwt = /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*\.?[A-Za-z0-9_-]*/g
const pem = /-----BEGIN [A-Z0-9 ]+-----[\s\S]*?-----END [A-Z0-9 ]+-----/g
const email = /[A-Za-z0-9._%+-]{1,64}(?:@|%40)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g
/** What every address has: without it the slow search for one is spared. */
const at = /@|%40/
/** A person's number, or a telephone's; digits of a UUID are neither, however many come together in it. */
const numbers =
  /(?<uuid>\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b)|(?<pid>(?<!\d)\d{6}[ -]?\d{5}(?!\d))|(?<telephone>(?<![\d#])(?:\+|00|%2B)\d{8,14}(?!\d))/gi
const longBase64 = /[A-Za-z0-9+/_-]{120,}={0,2}/g

const maskAddresses = (text: string, pseudonym: Pseudonym): string =>
  text.replace(email, (address) => pseudonym('epostadresse', address))

/** `?code=…` of an address in a text, and `"code": "…"` of a document that does not parse. */
const parameter = /(?<=[?&;#]|&amp;|&#38;|^)([A-Za-z_]+)=([^&\s"'<>#;]+)/g
const member = /(["'])([A-Za-z_]+)\1(\s*:\s*)(["'])((?:\\.|(?!\4)[^\\])+)\4/g

/** Masks what looks like a secret or a person in free text, whether or not it is known. */
export const maskShapes = (text: string, pseudonym: Pseudonym): string =>
  (at.test(text) ? maskAddresses(text, pseudonym) : text)
    .replace(pem, (block) => pseudonym('sertifikat', block))
    .replace(parameter, (pair, name: string, value: string) => {
      const kind = sensitiveNames.get(name.toLowerCase())
      return kind === undefined ? pair : `${name}=${pseudonym(kind, value)}`
    })
    .replace(member, (pair, quote: string, name: string, colon: string, _, value: string) => {
      const kind = sensitiveNames.get(name.toLowerCase())
      return kind === undefined
        ? pair
        : `${quote}${name}${quote}${colon}${quote}${pseudonym(kind, value)}${quote}`
    })
    .replace(jwt, (token) =>
      parseJws(token) ? pseudonym('token', token) : pseudonym('string', token),
    )
    .replace(numbers, (digits, uuid?: string, pid?: string) => {
      if (uuid !== undefined) return digits
      return pid === undefined
        ? pseudonym('mobiltelefonnummer', digits)
        : pseudonym('pid', pid.replace(/\D/g, ''))
    })
    .replace(longBase64, (block) => pseudonym('string', block))
