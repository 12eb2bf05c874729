import { createHmac, createPublicKey, generateKeyPair, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { CompactSign, calculateJwkThumbprint, type JWK } from 'jose'
import { contentJson, parseJson } from '../../evidence/exchange.ts'
import { isJsonObject, type JsonObject, valueAt, wordsOf } from '../../evidence/json.ts'
import { type Jws, parseJws } from '../../evidence/jws.ts'
import { type KrrScope, krrScopes } from '../../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import { allScopes, orAll } from '../declared-scopes.ts'
import { refuseIntrusion } from '../intrusion.ts'
import { getPerson, tokensFor } from '../readings.ts'
import type { World } from '../world.ts'

/** Tags of DER (ITU-T X.690) that a certificate is made of. */
const tag = {
  integer: 0x02,
  bitString: 0x03,
  null: 0x05,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
} as const

/** Object identifiers, encoded. */
const identifier = {
  commonName: '550403',
  ecdsaWithSha256: '2a8648ce3d040302',
  sha256WithRsa: '2a864886f70d01010b',
} as const

const dayMs = 86_400_000

/**
 * A certificate of version 1 (RFC 5280, 4.1) that a key issued to itself, valid from yesterday for a month: all that
 * `x5c` needs in order to say nothing of trust.
 */
const selfSignedCertificate = (privateKey: KeyObject, publicKey: KeyObject): Buffer => {
  const isRsa = publicKey.asymmetricKeyType === 'rsa'
  const algorithm = isRsa
    ? encode('sequence', oid('sha256WithRsa'), encode('null'))
    : encode('sequence', oid('ecdsaWithSha256'))
  const name = encode(
    'sequence',
    encode(
      'set',
      encode('sequence', oid('commonName'), encode('utf8String', Buffer.from('krr-conformance'))),
    ),
  )
  const toBeSigned = encode(
    'sequence',
    encode('integer', Buffer.from([1])),
    algorithm,
    name,
    encode('sequence', time(Date.now() - dayMs), time(Date.now() + 30 * dayMs)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('sha256', toBeSigned, privateKey)
  return encode('sequence', toBeSigned, algorithm, encode('bitString', Buffer.of(0), signature))
}

const oid = (name: keyof typeof identifier): Buffer =>
  encode('objectIdentifier', Buffer.from(identifier[name], 'hex'))

/** `YYMMDDhhmmssZ`: years from 1950 to 2049. */
const time = (instantMs: number): Buffer => {
  const digits = new Date(instantMs).toISOString().replaceAll(/\D/g, '')
  return encode('utcTime', Buffer.from(`${digits.slice(2, 14)}Z`))
}

const encode = (name: keyof typeof tag, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag[name], ...lengthOf(content.length)]), content])
}

/** The short form up to 127, else the number of octets before the octets. */
const lengthOf = (length: number): readonly number[] => {
  if (length < 0x80) return [length]
  const octets: number[] = []
  for (let rest = length; rest > 0; rest >>= 8) octets.unshift(rest & 0xff)
  return [0x80 | octets.length, ...octets]
}

/** A key pair of the harness's own, that no issuer knows. */
interface OwnKey {
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

/** Makes a token that must not be accepted, from the real one of the run. */
export type Forge = (world: World) => Promise<string>

/**
 * The access token with these scopes, taken apart. It has been used in order before: who remembers a token that was
 * verified once remembers this one.
 * @throws EvidenceUnavailableError where it is opaque, or in production
 */
const genuine = async (
  world: World,
  scopes: readonly KrrScope[] = allScopes(world),
): Promise<Jws & { readonly claims: JsonObject }> => {
  refuseIntrusion(world)
  await Promise.allSettled([getPerson(world, { scopes, representation: 'application/json' })])
  const { accessToken } = await tokensFor(world, scopes)
  const jws = parseJws(accessToken)
  const claims = jws && parseJson(new TextDecoder().decode(jws.payload))
  if (jws === undefined || !isJsonObject(claims)) {
    throw new EvidenceUnavailableError('the access token is opaque: no token can be made of it', {
      verdict: 'not-applicable',
    })
  }
  return { ...jws, claims }
}

const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What a token claims instead; all that it does not name stays as it was. */
type Alteration = (claims: JsonObject) => JsonObject

/** Altered claims under the signature of those that were signed, or under none. */
export const alteredClaims =
  (
    alter: Alteration,
    {
      signed = 'as it was',
      scopes,
    }: {
      readonly signed?: 'as it was' | 'not at all'
      readonly scopes?: readonly KrrScope[]
    } = {},
  ): Forge =>
  async (world) => {
    const { compact, claims } = await genuine(world, scopes && orAll(world, scopes))
    const [header = '', , signature = ''] = compact.split('.')
    const payload = segment({ ...claims, ...alter(claims) })
    return `${header}.${payload}.${signed === 'as it was' ? signature : ''}`
  }

/** An hour longer than it was made for. */
export const livingLonger: Alteration = ({ exp }) => ({ exp: Number(exp ?? 0) + 3_600 })

/** A synthetic number that no test user has. */
export const ofSomebodyElse: Alteration = () => ({ pid: '01810199918' })

/** More than was granted: the token must be one with fewer scopes. */
export const withAllScopes: Alteration = () => ({
  scope: ['openid profile', ...krrScopes].join(' '),
})

/** Neither decides whom or what a token is for: one forgery asks for both. */
export const ofAnotherClient: Alteration = ({ client_id, sub }) => ({
  client_id: `${wordsOf(client_id)}-2`,
  sub: wordsOf(sub).split('').reverse().join(''),
})

/** An unsecured JWS (RFC 7515, appendix A.5) with this spelling of `none`. */
export const unsecured =
  (alg: string): Forge =>
  async (world) => {
    const { header, compact } = await genuine(world)
    return `${segment({ ...header, alg })}.${compact.split('.')[1]}.`
  }

/** What of the header says whose the key is: the issuer's `kid`, or the caller's own key itself. */
const keyHeaders = {
  kid: (_: OwnKey, { kid }: JsonObject) => (kid === undefined ? {} : { kid }),
  jwk: ({ publicJwk }: OwnKey) => ({ kid: publicJwk.kid, jwk: publicJwk }),
  x5c: ({ certificate }: OwnKey) => ({ x5c: [certificate] }),
} as const

/** The claims as they are, signed by a key of the caller's. */
export const ownSignature =
  (named: keyof typeof keyHeaders): Forge =>
  async (world) => {
    const { header, payload } = await genuine(world)
    const alg = signatureAlg(header)
    const key = await ownKeyFor(alg)
    return signed(
      payload,
      { ...header, alg, kid: undefined, ...keyHeaders[named](key, header) },
      key,
    )
  }

/** In order in every way, only the issuer is one that nobody trusts. */
export const otherIssuer: Forge = async (world) => {
  const { header, claims } = await genuine(world)
  const alg = signatureAlg(header)
  const key = await ownKeyFor(alg)
  const payload = Buffer.from(JSON.stringify({ ...claims, iss: 'https://issuer.example' }))
  return signed(payload, { ...header, alg, kid: key.publicJwk.kid }, key)
}

/** The real token's own `alg`, so that the key is what differs. */
const signatureAlg = ({ alg }: JsonObject): string =>
  typeof alg === 'string' && /^(?:[RP]S(?:256|384|512)|ES(?:256|384|512))$/.test(alg)
    ? alg
    : 'RS256'

const signed = (payload: Uint8Array, header: JsonObject, { privateKey }: OwnKey): Promise<string> =>
  new CompactSign(payload)
    .setProtectedHeader(JSON.parse(JSON.stringify(header)) as { alg: string })
    .sign(privateKey)

/** HS256 by the public key that verifies the real token, as a text or as its bytes. */
export const macByThePublicKey =
  (encoding: 'pem' | 'der'): Forge =>
  async (world) => {
    const { header, compact } = await genuine(world)
    const input = `${segment({ ...header, alg: 'HS256' })}.${compact.split('.')[1]}`
    const key = await publicKeyOf(world, header['kid'])
    const secret =
      encoding === 'pem'
        ? key.export({ type: 'spki', format: 'pem' })
        : key.export({ type: 'spki', format: 'der' })
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
  }

const publicKeyOf = async (world: World, kid: unknown): Promise<KeyObject> => {
  const { jwks } = await world.main.provider()
  const keys = valueAt(contentJson(jwks.response), 'keys')
  const candidates = (Array.isArray(keys) ? keys : []).filter(isJsonObject)
  const key = candidates.find((own) => own['kid'] === kid) ?? candidates[0]
  try {
    return createPublicKey({ key: key ?? {}, format: 'jwk' })
  } catch (cause) {
    throw new EvidenceUnavailableError(
      "the JWK Set has no public key that can be read for the access token's kid (KRR-OP-003)",
      { cause },
    )
  }
}
