import { Buffer } from 'node:buffer'
import { constants, type KeyObject, sign } from 'node:crypto'
import { remembering } from '../remembering.ts'
import {
  type Authority,
  generateEd25519,
  generateP256,
  generateRsa,
  type KeyPair,
} from './authority.ts'

/** Signs a person: an algorithm, the certificates that go with the key, and the key itself. */
export interface JwsSigner {
  readonly alg: string
  /** Base64 DER, the signing certificate first (RFC 7515, 4.1.6). */
  readonly x5c: readonly string[]
  /** The signature of the JWS Signing Input (RFC 7515, 5.1). */
  readonly sign: (signingInput: string) => Uint8Array
}

/** In what a signer differs from the usual one. `stranger`: an authority that no anchor leads to. */
export interface SignerVariation {
  readonly organisationNumber?: string
  /** The attributes that name it; both without it. */
  readonly namedBy?: readonly ('organizationIdentifier' | 'serialNumber')[]
  readonly notBefore?: Date
  readonly notAfter?: Date
  /** Bits of a key of its own; without it the usual key is certified again. */
  readonly modulusLength?: number
  readonly issuedBy?: 'intermediate' | 'stranger'
  /** RS256 without it; ES256 and EdDSA have a key of their own. */
  readonly alg?: keyof typeof algorithms
}

/** How each is made (RFC 7518, 3.3 to 3.5). */
const algorithms = {
  RS256: { digest: 'sha256', key: {} },
  RS512: { digest: 'sha512', key: {} },
  PS256: {
    digest: 'sha256',
    key: {
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    },
  },
  ES256: { digest: 'sha256', key: { dsaEncoding: 'ieee-p1363' } },
  EdDSA: { digest: undefined, key: {} },
} as const

/** Digdir's organisation number, which the leaf's subject names. */
const digdir = '991825827'
const rememberedSignatures = 256

/** The forms of an organisation number in business certificates. */
const numberIn = {
  organizationIdentifier: (number: string) => `NTRNO-${number}`,
  serialNumber: (number: string) => number,
} as const

/** Makes RS256 signers that lead to the given authorities; the usual key pair is made once. */
export const createSigners = async (authorities: {
  readonly intermediate: Authority
  readonly stranger: Authority
}): Promise<(variation?: SignerVariation) => Promise<JwsSigner>> => {
  const usual = await generateRsa(2048)
  return async (variation = {}) => {
    const { modulusLength, alg = 'RS256' } = variation
    const own = alg === 'ES256' ? generateP256() : alg === 'EdDSA' ? generateEd25519() : usual
    const keys = modulusLength === undefined ? await own : await generateRsa(modulusLength)
    const authority = authorities[variation.issuedBy ?? 'intermediate']
    return {
      alg,
      x5c: [leaf(authority, keys, variation), authority.certificate].map((der) =>
        der.toString('base64'),
      ),
      sign: signing(keys.privateKey, alg),
    }
  }
}

const leaf = (authority: Authority, keys: KeyPair, variation: SignerVariation): Buffer => {
  const { organisationNumber = digdir, namedBy = ['organizationIdentifier', 'serialNumber'] } =
    variation
  return authority.issue({
    subject: [
      ['countryName', 'NO'],
      ['organizationName', 'KRR reference environment'],
      ...namedBy.map((attribute) => [attribute, numberIn[attribute](organisationNumber)] as const),
      ['commonName', 'KRR reference signer'],
    ],
    publicKey: keys.publicKey,
    purpose: 'signature',
    days: 365,
    notBefore: variation.notBefore,
    notAfter: variation.notAfter,
  })
}

// A signature holds as long as what it is of, and a person who did not change is signed again and again.
const signing = (key: KeyObject, alg: keyof typeof algorithms): JwsSigner['sign'] => {
  const { digest, key: options } = algorithms[alg]
  return remembering(
    rememberedSignatures,
    (signingInput: string): Uint8Array =>
      sign(digest, Buffer.from(signingInput, 'ascii'), { key, ...options }),
  )
}
