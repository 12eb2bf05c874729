import { createHmac, randomBytes } from 'node:crypto'

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
  | 'string'
  | 'number'
  | 'token'

/** Gives what is shown in a value's place: its kind, its length and a pseudonym. */
export type Pseudonym = (kind: ValueKind, value: string) => string

/** A key of 256 bits for one run, never written anywhere. */
export const randomKey = (): Uint8Array => new Uint8Array(randomBytes(32))

/**
 * Pseudonyms under one key: equal values have equal pseudonyms, so that "same person or another" can be
 * seen, and without the key none can be confirmed by a guess.
 */
export const pseudonymsWith =
  (key: Uint8Array): Pseudonym =>
  (kind, value) => {
    const tag = createHmac('sha256', key).update(value).digest('hex').slice(0, 8)
    return `[${kind}, ${value.length} characters, #${tag}]`
  }
