import { createHmac, randomBytes } from 'node:crypto'
import { valueForm } from '../value-form.ts'

/** What a masked value was, in a word: it is shown, so that a reader knows what is hidden. */
export type ValueKind =
  | 'access token'
  | 'refresh token'
  | 'ID token'
  | 'code'
  | 'code_verifier'
  | 'client_assertion'
  | 'client secret'
  | 'private key'
  | 'cookie'
  | 'request_uri'
  | 'login_hint'
  | 'password'
  | 'one-time code'
  | 'credentials'
  | 'state'
  | 'nonce'
  | 'pid'
  | 'name'
  | 'sub'
  | 'sid'
  | 'epostadresse'
  | 'mobiltelefonnummer'
  | 'postkasseadresse'
  | 'sertifikat'
  | 'date of birth'
  | 'address'
  | 'string'
  | 'number'
  | 'token'

/**
 * Gives what is shown in a value's place: its kind, the form it is written in where that is a known one, its length
 * and a pseudonym. A form that the value's type says is handed in.
 */
export type Pseudonym = (kind: ValueKind, value: string, form?: string) => string

/** A key of 256 bits for one run, never written anywhere. */
export const randomKey = (): Uint8Array => new Uint8Array(randomBytes(32))

/**
 * Pseudonyms under one key: equal values have equal pseudonyms, so that "same person or another" can be
 * seen, and without the key none can be confirmed by a guess.
 */
export const pseudonymsWith =
  (key: Uint8Array): Pseudonym =>
  (kind, value, form = secrets.has(kind) ? undefined : valueForm(value)) => {
    const tag = createHmac('sha256', key).update(value).digest('hex').slice(0, 8)
    const shown = form === undefined ? kind : `${kind} as ${form}`
    return `[${shown}, ${value.length} characters, #${tag}]`
  }

/** How these are written is nobody's business: a narrower guess would be a better one. */
const secrets: ReadonlySet<ValueKind> = new Set<ValueKind>([
  'code',
  'code_verifier',
  'client secret',
  'private key',
  'cookie',
  'request_uri',
  'login_hint',
  'password',
  'one-time code',
  'credentials',
  'state',
  'nonce',
])
