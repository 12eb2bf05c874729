import { generateKeyPair, type KeyObject, sign, verify } from 'node:crypto'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, decodeJwt, type JWK } from 'jose'
import type { JsonDocument } from './seams.ts'

/** The key pair that signs ID tokens and access tokens. Several providers may share one. */
export interface OpKeys {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly privateJwk: JWK
  readonly publicJwk: JWK
}

const generate = promisify(generateKeyPair)
const digest = 'RSA-SHA256'

/** Makes an RSA key pair of 2048 bits for RS256; it takes some 140 ms. */
export const createOpKeys = async (): Promise<OpKeys> => {
  const { privateKey, publicKey } = await generate('rsa', { modulusLength: 2048 })
  const exported = publicKey.export({ format: 'jwk' }) as JWK
  const identity = { kid: await calculateJwkThumbprint(exported), use: 'sig', alg: 'RS256' }
  return {
    privateKey,
    publicKey,
    privateJwk: { ...(privateKey.export({ format: 'jwk' }) as JWK), ...identity },
    publicJwk: { ...exported, ...identity },
  }
}

/** Signs claims by RS256 as a compact JWS, whatever the header says. */
export const signCompact = (keys: OpKeys, header: JsonDocument, claims: JsonDocument): string => {
  const input = `${base64url(header)}.${base64url(claims)}`
  return `${input}.${sign(digest, Buffer.from(input), keys.privateKey).toString('base64url')}`
}

/** The `jti` of a JWT that these keys signed, expired or not; undefined for anything else. */
export const signedJti = (keys: OpKeys, compact: string): string | undefined => {
  const [header = '', payload = '', signature = ''] = compact.split('.')
  const input = Buffer.from(`${header}.${payload}`)
  if (!verify(digest, input, keys.publicKey, Buffer.from(signature, 'base64url'))) return undefined
  return decodeJwt(compact).jti
}

const base64url = (value: JsonDocument): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url')
