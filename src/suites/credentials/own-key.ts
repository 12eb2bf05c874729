import { generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, type JWK } from 'jose'
import { selfSignedCertificate } from './self-signed-certificate.ts'

/** A key pair of the harness's own, that no issuer knows. */
export interface OwnKey {
  readonly privateKey: KeyObject
  readonly publicJwk: JWK
  /** A certificate that the key issued to itself: base64 DER, as in `x5c`. */
  readonly certificate: string
}

const generate = promisify(generateKeyPair)
const curves: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }
const made = new Map<string, Promise<OwnKey>>()

/** A key for this `alg`: RSA of 2048 bits, or EC for ES256 to ES512. It is made once, whoever asks. */
export const ownKeyFor = (alg: string): Promise<OwnKey> => {
  const kind = curves[alg] ?? 'RSA'
  const known = made.get(kind)
  if (known !== undefined) return known
  const making = makeKey(curves[alg])
  making.catch(() => {})
  made.set(kind, making)
  return making
}

const makeKey = async (namedCurve: string | undefined): Promise<OwnKey> => {
  const { privateKey, publicKey } =
    namedCurve === undefined
      ? await generate('rsa', { modulusLength: 2048 })
      : await generate('ec', { namedCurve })
  const exported = publicKey.export({ format: 'jwk' }) as JWK
  return {
    privateKey,
    publicJwk: { ...exported, kid: await calculateJwkThumbprint(exported), use: 'sig' },
    certificate: selfSignedCertificate(privateKey, publicKey).toString('base64'),
  }
}
