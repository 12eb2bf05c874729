import { ofFamily } from '../defect.ts'

const withAnotherSignature = (compact: string): string => {
  const [header, payload, signature = ''] = compact.split('.')
  const octets = Buffer.from(signature, 'base64url')
  octets.writeUInt8(octets.readUInt8(octets.length - 1) ^ 1, octets.length - 1)
  return [header, payload, octets.toString('base64url')].join('.')
}

const unsecuredHeader = Buffer.from('{"alg":"none"}').toString('base64url')

/** Faults of ID-porten's ID tokens. */
export const providerIdTokensDefects = ofFamily('OpenID provider', [
  /** It is still base64url, and as long as a signature by this key is. */
  {
    id: 'DEF-OP-ID-TOKEN-SIGNATURE-IS-BROKEN',
    title: "one bit of the ID token's signature is wrong",
    seam: 'idTokenCompact',
    violates: ['KRR-OP-006'],
    inject: withAnotherSignature,
  },
  /** RFC 7519, 6 knows such tokens; from a token endpoint with this client they are none. */
  {
    id: 'DEF-OP-ID-TOKEN-IS-NOT-SIGNED',
    title: 'the ID token has alg none and no signature',
    seam: 'idTokenCompact',
    violates: ['KRR-OP-006'],
    inject: (compact) => `${unsecuredHeader}.${compact.split('.')[1]}.`,
  },
  /** As after a change of keys of which the set was not told; the signature itself holds. */
  {
    id: 'DEF-OP-ID-TOKEN-KEY-IS-UNKNOWN',
    title: 'the ID token names a key that is not in the JWK Set',
    seam: 'idTokenHeader',
    violates: ['KRR-OP-006'],
    inject: (header) => ({ ...header, kid: 'next' }),
  },
  /** The host that draws the login pages signs in its own name, with the issuer's key. */
  {
    id: 'DEF-OP-ID-TOKEN-IS-OF-ANOTHER-ISSUER',
    title: 'iss of the ID token is not the issuer',
    seam: 'idTokenClaims',
    violates: ['KRR-OP-006'],
    inject: (claims) => ({ ...claims, iss: 'https://login.idporten.example' }),
  },
  /** A token that another client could have been given for the same person. */
  {
    id: 'DEF-OP-ID-TOKEN-IS-FOR-ANOTHER-CLIENT',
    title: 'aud of the ID token is another client',
    seam: 'idTokenClaims',
    violates: ['KRR-OP-006'],
    inject: (claims, { clientId }) => ({ ...claims, aud: `${clientId}-2` }),
  },
  /** A token of an hour ago: it was valid once, and all else in it still is. */
  {
    id: 'DEF-OP-ID-TOKEN-HAS-EXPIRED',
    title: 'the ID token expired long before it came',
    seam: 'idTokenClaims',
    violates: ['KRR-OP-006'],
    inject: ({ iat, exp, ...claims }) => ({
      ...claims,
      iat: Number(iat) - 3_600,
      exp: Number(exp) - 3_600,
    }),
  },
  /** A clock in the wrong time zone; a lifetime of the right length. */
  {
    id: 'DEF-OP-ID-TOKEN-IS-ISSUED-IN-AN-HOUR',
    title: 'the ID token says that it is issued in an hour',
    seam: 'idTokenClaims',
    violates: ['KRR-OP-006'],
    inject: ({ iat, exp, ...claims }) => ({
      ...claims,
      iat: Number(iat) + 3_600,
      exp: Number(exp) + 3_600,
    }),
  },
  /** The token of another login of the same person. */
  {
    id: 'DEF-OP-ID-TOKEN-NONCE-IS-ANOTHER',
    title: 'nonce of the ID token is not the one that was sent',
    seam: 'idTokenClaims',
    violates: ['KRR-OP-006'],
    inject: (claims) => ({ ...claims, nonce: 'n-0S6_WzA2Mj' }),
  },
  /** A level that ID-porten has, for a login that was asked for at a higher one. */
  {
    id: 'DEF-OP-ACR-IS-BELOW-THE-LEVEL-REQUESTED',
    title: 'acr of the ID token is lower than was requested',
    seam: 'idTokenClaims',
    violates: ['KRR-OP-007'],
    inject: (claims) => ({ ...claims, acr: 'idporten-loa-low' }),
  },
  /** High enough, and not a value that anybody asks for any longer. */
  {
    id: 'DEF-OP-ACR-IS-OF-THE-FORMER-SCALE',
    title: 'acr of the ID token is Level4, of the scale that ID-porten left',
    seam: 'idTokenClaims',
    violates: ['KRR-OP-007'],
    inject: (claims) => ({ ...claims, acr: 'Level4' }),
  },
  /** How the person was authenticated is what a public service must know. */
  {
    id: 'DEF-OP-ACR-IS-MISSING',
    title: 'the ID token has no acr',
    seam: 'idTokenClaims',
    violates: ['KRR-OP-007'],
    inject: ({ acr: _, ...claims }) => claims,
  },
  /** A valid synthetic number, registered as well: somebody else's login was taken for this one. */
  {
    id: 'DEF-OP-PID-IS-ANOTHER-PERSONS',
    title: "pid of the ID token is another person's",
    seam: 'idTokenClaims',
    violates: ['KRR-OP-008'],
    inject: (claims) => ({ ...claims, pid: '55898518042' }),
  },
  /** `sub` alone says that it is the same person as before, and not who. */
  {
    id: 'DEF-OP-PID-IS-MISSING',
    title: 'the ID token has no pid',
    seam: 'idTokenClaims',
    violates: ['KRR-OP-008'],
    inject: ({ pid: _, ...claims }) => claims,
  },
  /** OpenID Connect Core, 2: it is required. */
  {
    id: 'DEF-OP-ID-TOKEN-HAS-NO-IAT',
    title: 'the ID token does not say when it was issued',
    seam: 'idTokenClaims',
    violates: ['KRR-OP-006'],
    inject: ({ iat: _, ...claims }) => claims,
  },
])
