import { type Exchange, parseJson } from './exchange.ts'
import { isJsonObject, type JsonObject } from './json.ts'
import { limits } from './limits.ts'

/** A compact JWS taken apart (RFC 7515, 3.1); nothing of it has been verified. */
export interface Jws {
  /** The whole serialisation as it came. */
  readonly compact: string
  readonly header: JsonObject
  /** `BASE64URL(header) || '.' || BASE64URL(payload)`, the signature's input. */
  readonly signingInput: string
  readonly payload: Uint8Array
  readonly signature: Uint8Array
}

/** What the environment's configuration says of the signer. */
export interface JwsTrust {
  /** PEM of each trust anchor (`KRR_<NAME>_TRUST_ANCHORS`). */
  readonly anchors: readonly string[]
  /** SHA-256 of the signing key's SPKI, hex (`KRR_<NAME>_JWS_PIN`). */
  readonly pin: string | undefined
  /** Organisation number expected in the certificate (`KRR_<NAME>_JWS_ORGNR`). */
  readonly orgnr: string
}

/** A signed answer: the exchange and the JWS that it carried. */
export interface SignedAnswer {
  readonly exchange: Exchange
  readonly jws: Jws
}

/** A JWS as it came, with what it is judged by: what most JWS rules judge. */
export interface JwsReading extends SignedAnswer {
  readonly trust: JwsTrust
}

/** What an earlier run of the same environment saw. */
export interface EarlierKeys {
  /** SHA-256 of the SPKI of each key that signed, hex. */
  readonly keys: readonly string[]
  /** When it was seen: ISO 8601. */
  readonly seenAt: string
}

/** Every signed answer of a run: by themselves, or beside what the run before saw. */
export interface SigningKeys {
  readonly answers: readonly SignedAnswer[]
  readonly before?: EarlierKeys
}

const segment = /^[A-Za-z0-9_-]+$/

/**
 * Takes a compact JWS apart, or gives undefined where it is none: three unpadded base64url
 * segments, the first of them a JSON object, none of them longer than what is read. Verifies nothing.
 */
export const parseJws = (text: string): Jws | undefined => {
  const parts = text.split('.', 4)
  const [header64 = '', payload64 = '', signature64 = ''] = parts
  if (header64.length > limits.joseHeader || payload64.length > limits.jwsPayload) return undefined
  if (parts.length !== 3 || !segment.test(header64) || !segment.test(payload64)) return undefined
  if (signature64 !== '' && !segment.test(signature64)) return undefined
  const header = parseObject(Buffer.from(header64, 'base64url').toString('utf8'))
  if (header === undefined) return undefined
  return {
    compact: text,
    header,
    signingInput: `${header64}.${payload64}`,
    payload: new Uint8Array(Buffer.from(payload64, 'base64url')),
    signature: new Uint8Array(Buffer.from(signature64, 'base64url')),
  }
}

const parseObject = (text: string): JsonObject | undefined => {
  const value = parseJson(text)
  return isJsonObject(value) ? value : undefined
}
