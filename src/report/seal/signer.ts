import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { JWK } from 'jose'
import type { Manifest } from './manifest.ts'

/** Signs with one key, from a setting or made for this run. */
export interface Signer extends Pick<Manifest, 'signedBy' | 'thumbprint'> {
  /** With `kid`, its thumbprint (RFC 7638), and `alg`. */
  readonly publicJwk: JWK
  /** A compact JWS without its payload (RFC 7515, appendix F). */
  readonly sign: (content: string) => Promise<string>
}

/** Opens the key of `KRR_SIGNING_JWK`, a private JWK as JSON, or makes one that lives as long as this process. */
export const openSigner = async (signingJwk: string | undefined): Promise<Signer> => {
  const { calculateJwkThumbprint, CompactSign } = await import('jose')
  const key =
    signingJwk === undefined
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
      : createPrivateKey({ key: JSON.parse(signingJwk), format: 'jwk' })
  const alg = algorithmOf(key)
  const exported = createPublicKey(key).export({ format: 'jwk' }) as JWK
  const thumbprint = await calculateJwkThumbprint(exported)
  return {
    signedBy: signingJwk === undefined ? 'ephemeral key' : 'configured key',
    thumbprint,
    publicJwk: { ...exported, kid: thumbprint, use: 'sig', alg },
    async sign(content) {
      const jws = await new CompactSign(new TextEncoder().encode(content))
        .setProtectedHeader({ alg, kid: thumbprint })
        .sign(key)
      return jws.replace(/\.[^.]*\./, '..')
    },
  }
}

/** The usual algorithm of each kind of key (RFC 7518, 3.1; RFC 8037, 3.1). */
const algorithmOf = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string => {
  if (asymmetricKeyType === 'rsa' || asymmetricKeyType === 'rsa-pss') return 'PS256'
  if (asymmetricKeyType !== 'ec') return 'EdDSA'
  const curves: Readonly<Record<string, string>> = { secp384r1: 'ES384', secp521r1: 'ES512' }
  return curves[asymmetricKeyDetails?.namedCurve ?? ''] ?? 'ES256'
}
