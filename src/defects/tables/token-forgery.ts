import { createHmac, createPublicKey, verify, X509Certificate } from 'node:crypto'
import { EmbeddedJWK, jwtVerify } from 'jose'
import type { Authentication } from '../../reference/api/authenticate.ts'
import type { JsonObject } from '../../reference/api/message.ts'
import type { AuthenticationContext } from '../../reference/api/seams.ts'
import { ofFamily } from '../defect.ts'

/** Lets a refused token in by what it says of itself where the fault takes it; anything else goes on as it was. */
export const asPresented = (
  authentication: Authentication,
  { presented, issuer }: AuthenticationContext,
  isTaken: (presented: NonNullable<AuthenticationContext['presented']>) => boolean,
): Authentication =>
  authentication.kind === 'refused' &&
  presented !== undefined &&
  presented.claims['iss'] === issuer &&
  isTaken(presented)
    ? { kind: 'accepted', claims: presented.claims }
    : authentication

/** Whether the request was refused for this reason. */
const isRefusedFor = (
  authentication: Authentication,
  reason: Extract<Authentication, { kind: 'refused' }>['reason'],
): boolean => authentication.kind === 'refused' && authentication.reason === reason

/** Whether the token is an HS256 one whose secret is the PEM of a key in the issuer's JWK Set. */
const isMacByPublicKey = (
  { alg }: JsonObject,
  { credentials, jwks }: AuthenticationContext,
): boolean => {
  if (alg !== 'HS256' || credentials === undefined) return false
  const [header = '', payload = '', signature = ''] = credentials.token.split('.')
  return jwks.keys.some((key) => {
    const pem = createPublicKey({ key: { ...key }, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    })
    return (
      createHmac('sha256', pem).update(`${header}.${payload}`).digest('base64url') === signature
    )
  })
}

/** Whether the token is an RS256 one that the first certificate in its own `x5c` verifies. */
const isSignedByX5c = (
  { alg, x5c }: JsonObject,
  { credentials }: AuthenticationContext,
): boolean => {
  const [certificate] = Array.isArray(x5c) ? x5c : []
  if (alg !== 'RS256' || typeof certificate !== 'string' || credentials === undefined) return false
  const [header = '', payload = '', signature = ''] = credentials.token.split('.')
  const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'))
  const input = Buffer.from(`${header}.${payload}`)
  return verify('sha256', input, publicKey, Buffer.from(signature, 'base64url'))
}

/** Faults in the verification of access tokens. */
export const tokenForgeryDefects = ofFamily('token forgery', [
  /** Issuer, key and lifetime are in order; nobody asks whether the issuer said so. */
  {
    id: 'DEF-AUTH-SIGNATURE-IS-NOT-VERIFIED',
    title: "the access token's signature is not verified",
    seam: 'authentication',
    violates: ['KRR-AUTH-005', 'KRR-AUTH-007'],
    inject: (authentication, context) =>
      asPresented(authentication, context, () => isRefusedFor(authentication, 'signature')),
  },
  /** Reading is safe; whoever writes may sign for themselves. */
  {
    id: 'DEF-AUTH-PATCH-DOES-NOT-VERIFY-THE-SIGNATURE',
    title: "PATCH does not verify the access token's signature",
    seam: 'authentication',
    violates: ['KRR-AUTH-005', 'KRR-AUTH-007'],
    inject: (authentication, context) =>
      asPresented(
        authentication,
        context,
        () => context.request.method === 'PATCH' && isRefusedFor(authentication, 'signature'),
      ),
  },
  /** As in libraries that compare no more octets than there are. */
  {
    id: 'DEF-AUTH-EMPTY-SIGNATURE-IS-ACCEPTED',
    title: 'an empty signature is taken for one that verifies',
    seam: 'authentication',
    violates: ['KRR-AUTH-005'],
    inject: (authentication, context) =>
      asPresented(
        authentication,
        context,
        () =>
          isRefusedFor(authentication, 'signature') &&
          context.credentials?.token.endsWith('.') === true,
      ),
  },
  /** The first fault of JWT libraries, in 2015 and every year since. */
  {
    id: 'DEF-AUTH-UNSECURED-TOKENS-ARE-ACCEPTED',
    title: 'a token with alg none is accepted',
    seam: 'authentication',
    violates: ['KRR-AUTH-006'],
    inject: (authentication, context) =>
      asPresented(authentication, context, ({ header }) => /^none$/i.test(String(header['alg']))),
  },
  /** Two handlers, two set-ups of the same library. */
  {
    id: 'DEF-AUTH-PATCH-ACCEPTS-UNSECURED-TOKENS',
    title: 'PATCH accepts a token with alg none',
    seam: 'authentication',
    violates: ['KRR-AUTH-006'],
    inject: (authentication, context) =>
      asPresented(
        authentication,
        context,
        ({ header }) => context.request.method === 'PATCH' && header['alg'] === 'none',
      ),
  },
  /** A list of what is forbidden, and a library that reads names without regard to case. */
  {
    id: 'DEF-AUTH-NONE-IS-REFUSED-IN-LOWER-CASE-ALONE',
    title: 'alg none is refused in lower case alone',
    seam: 'authentication',
    violates: ['KRR-AUTH-006'],
    inject: (authentication, context) =>
      asPresented(
        authentication,
        context,
        ({ header }) => header['alg'] !== 'none' && /^none$/i.test(String(header['alg'])),
      ),
  },
  /** As where the issuer might just have changed its keys. */
  {
    id: 'DEF-AUTH-UNKNOWN-KEYS-ARE-NOT-VERIFIED',
    title: 'a token whose kid is unknown is not verified',
    seam: 'authentication',
    violates: ['KRR-AUTH-007'],
    inject: (authentication, context) =>
      asPresented(
        authentication,
        context,
        ({ header }) =>
          isRefusedFor(authentication, 'signature') &&
          header['kid'] !== undefined &&
          !context.jwks.keys.some(({ kid }) => kid === header['kid']),
      ),
  },
  /** CVE-2018-0114: what signs the token says what it is verified with. */
  {
    id: 'DEF-AUTH-JWK-IN-THE-HEADER-IS-TRUSTED',
    title: 'a token is verified by the jwk in its own header',
    seam: 'authentication',
    violates: ['KRR-AUTH-007'],
    inject: async (authentication, context) => {
      const { credentials, presented } = context
      if (credentials === undefined || presented?.header['jwk'] === undefined) return authentication
      const isSigned = await jwtVerify(credentials.token, EmbeddedJWK).then(
        () => true,
        () => false,
      )
      return asPresented(authentication, context, () => isSigned)
    },
  },
  /** The certificate is looked at, and nobody asks who issued it. */
  {
    id: 'DEF-AUTH-PATCH-TRUSTS-X5C-IN-THE-HEADER',
    title: 'PATCH verifies a token by the x5c in its own header',
    seam: 'authentication',
    violates: ['KRR-AUTH-007'],
    inject: (authentication, context) =>
      asPresented(
        authentication,
        context,
        ({ header }) => context.request.method === 'PATCH' && isSignedByX5c(header, context),
      ),
  },
  /** A certificate that anybody can issue to themselves. */
  {
    id: 'DEF-AUTH-X5C-IN-THE-HEADER-IS-TRUSTED',
    title: 'a token is verified by the x5c in its own header',
    seam: 'authentication',
    violates: ['KRR-AUTH-007'],
    inject: (authentication, context) =>
      asPresented(authentication, context, ({ header }) => isSignedByX5c(header, context)),
  },
  /** The token says how it is verified, and the library has one parameter for key and secret. */
  {
    id: 'DEF-AUTH-PUBLIC-KEY-IS-TAKEN-FOR-A-SECRET',
    title: "HS256 is verified with the PEM of the issuer's public key",
    seam: 'authentication',
    violates: ['KRR-AUTH-008'],
    inject: (authentication, context) =>
      asPresented(authentication, context, ({ header }) => isMacByPublicKey(header, context)),
  },
  /** Two handlers, two set-ups of the same library. */
  {
    id: 'DEF-AUTH-PATCH-TAKES-THE-PUBLIC-KEY-FOR-A-SECRET',
    title: "PATCH verifies HS256 with the PEM of the issuer's public key",
    seam: 'authentication',
    violates: ['KRR-AUTH-008'],
    inject: (authentication, context) =>
      asPresented(
        authentication,
        context,
        ({ header }) => context.request.method === 'PATCH' && isMacByPublicKey(header, context),
      ),
  },
])
