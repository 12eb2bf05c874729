import { createHmac, createPublicKey, verify, X509Certificate } from 'node:crypto'
import { EmbeddedJWK, jwtVerify } from 'jose'
import { type Authentication, userScopes } from '../../reference/api/authenticate.ts'
import { fieldValue, type JsonObject } from '../../reference/api/message.ts'
import type { AuthenticationContext } from '../../reference/api/seams.ts'
import type { Injection } from '../../reference/seams.ts'
import { ofFamily } from '../defect.ts'
import { memoryOf } from '../memory.ts'

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

/**
 * A cache of verified signatures whose key leaves out these claims: a token that was accepted once is accepted
 * whatever they say, and is refused as soon as another one differs.
 */
const forgetting = (...left: readonly string[]): Injection<'authentication'> => {
  const verified = memoryOf(() => new Set<string>())
  return (authentication, context) => {
    const { request, people, presented } = context
    const [, , signature = ''] = fieldValue(request, 'authorization')?.split('.') ?? []
    const entry = JSON.stringify([signature, without(presented?.claims ?? {}, left)])
    if (authentication.kind === 'accepted') verified(people).add(entry)
    return asPresented(
      authentication,
      context,
      () => isRefusedFor(authentication, 'signature') && verified(people).has(entry),
    )
  }
}

const without = (claims: JsonObject, left: readonly string[]) =>
  Object.entries(claims).filter(([name]) => !left.includes(name))

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
  /** It is signed by the right issuer and names the person: who logged in may see what is theirs. */
  {
    id: 'DEF-AUTH-ID-TOKEN-IS-ACCEPTED',
    title: 'an ID token opens the person with every scope',
    seam: 'authentication',
    violates: ['KRR-AUTH-009'],
    inject: (authentication, context) =>
      isRefusedFor(authentication, 'not-an-access-token')
        ? {
            kind: 'accepted',
            claims: { ...context.presented?.claims, scope: userScopes.join(' ') },
          }
        : authentication,
  },
  /** Reading asks for scopes, and writing for a person who is logged in. */
  {
    id: 'DEF-AUTH-PATCH-ACCEPTS-AN-ID-TOKEN',
    title: 'PATCH takes an ID token for an access token with every scope',
    seam: 'authentication',
    violates: ['KRR-AUTH-009'],
    inject: (authentication, context) =>
      context.request.method === 'PATCH' && isRefusedFor(authentication, 'not-an-access-token')
        ? {
            kind: 'accepted',
            claims: { ...context.presented?.claims, scope: userScopes.join(' ') },
          }
        : authentication,
  },
  /** As where the keys are fetched from whichever issuer the token names. */
  {
    id: 'DEF-AUTH-OTHER-ISSUERS-ARE-TRUSTED',
    title: 'a token of any issuer is accepted',
    seam: 'authentication',
    violates: ['KRR-AUTH-010'],
    inject: (authentication, context) => {
      const { presented, issuer } = context
      const isForeign = presented !== undefined && presented.claims['iss'] !== issuer
      return isForeign && authentication.kind === 'refused'
        ? { kind: 'accepted', claims: presented.claims }
        : authentication
    },
  },
  /** Reading and writing are behind gateways of their own. */
  {
    id: 'DEF-AUTH-PATCH-TRUSTS-OTHER-ISSUERS',
    title: 'PATCH accepts a token of any issuer',
    seam: 'authentication',
    violates: ['KRR-AUTH-010'],
    inject: (authentication, context) => {
      const { presented, issuer } = context
      const isForeign = presented !== undefined && presented.claims['iss'] !== issuer
      return context.request.method === 'PATCH' && isForeign && authentication.kind === 'refused'
        ? { kind: 'accepted', claims: presented.claims }
        : authentication
    },
  },
  {
    id: 'DEF-AUTH-PID-IS-NOT-VERIFIED-AGAIN',
    title: 'a token that verified once is accepted with another pid',
    seam: 'authentication',
    violates: ['KRR-AUTH-005'],
    inject: forgetting('pid'),
  },
  {
    id: 'DEF-AUTH-SCOPE-IS-NOT-VERIFIED-AGAIN',
    title: 'a token that verified once is accepted with further scopes',
    seam: 'authentication',
    violates: ['KRR-AUTH-005'],
    inject: forgetting('scope'),
  },
  {
    id: 'DEF-AUTH-CLIENT-IS-NOT-VERIFIED-AGAIN',
    title: 'a token that verified once is accepted with another client_id and sub',
    seam: 'authentication',
    violates: ['KRR-AUTH-005'],
    inject: forgetting('client_id', 'sub'),
  },
  {
    id: 'DEF-AUTH-LIFETIME-IS-NOT-VERIFIED-AGAIN',
    title: 'a token that verified once is accepted with a later exp',
    seam: 'authentication',
    violates: ['KRR-AUTH-005'],
    inject: forgetting('exp'),
  },
])
