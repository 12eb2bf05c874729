import { createHmac, createPublicKey } from 'node:crypto'
import { readCredentials, readToken } from '../../reference/api/authenticate.ts'
import { fieldValue } from '../../reference/api/message.ts'
import { withoutField } from '../changed-response.ts'
import { ofFamily } from '../defect.ts'
import { memoryOf } from '../memory.ts'
import { asMainUser } from './authentication.ts'
import { asPresented } from './token-forgery.ts'

const verified = memoryOf(() => new Set<string>())

/** Faults in who is let in, written from the contract alone (docs/defects.md). */
export const blindCredentialsDefects = ofFamily('written blind', [
  {
    id: 'DEF-AUTH-BLIND-DPOP',
    title: 'a Bearer token is taken under the scheme DPoP too, without any proof',
    violates: ['KRR-AUTH-013'],
    seam: 'credentials',
    inject: (credentials) =>
      credentials?.scheme === 'DPoP' ? { ...credentials, scheme: 'Bearer' } : credentials,
  },
  {
    id: 'DEF-AUTH-BLIND-EXPIRED-WITHOUT-CHALLENGE',
    title: 'the 401 for an expired token has no WWW-Authenticate; every other 401 has',
    violates: ['KRR-AUTH-002'],
    alsoTrips: ['KRR-AUTH-014'],
    seam: 'response',
    inject: (response, { request, now }) => {
      const exp = readToken(readCredentials(request))?.claims['exp']
      return response.status === 401 && typeof exp === 'number' && exp * 1000 < now
        ? withoutField(response, 'WWW-Authenticate')
        : response
    },
  },
  {
    id: 'DEF-AUTH-BLIND-PATCH-WITHOUT-CHALLENGE',
    title: 'the 401 for a PATCH without credentials has no WWW-Authenticate',
    violates: ['KRR-AUTH-002'],
    seam: 'response',
    inject: (response, { request }) =>
      response.status === 401 &&
      request.method === 'PATCH' &&
      !request.fields.some(([name]) => name.toLowerCase() === 'authorization')
        ? withoutField(response, 'WWW-Authenticate')
        : response,
  },
  {
    id: 'DEF-AUTH-BLIND-PATCH-EXPIRED',
    title: 'PATCH takes a token that has expired; GET does not',
    violates: ['KRR-AUTH-004'],
    seam: 'authentication',
    inject: (authentication, { request, presented }) =>
      request.method === 'PATCH' &&
      authentication.kind === 'refused' &&
      authentication.reason === 'expired' &&
      presented !== undefined
        ? { kind: 'accepted', claims: presented.claims }
        : authentication,
  },
  {
    id: 'DEF-AUTH-BLIND-PATCH-OWN-JWK',
    title: 'PATCH verifies a token by the jwk in its own header; GET does not',
    violates: ['KRR-AUTH-007'],
    seam: 'authentication',
    inject: (authentication, { request, presented }) =>
      request.method === 'PATCH' &&
      authentication.kind === 'refused' &&
      authentication.reason === 'signature' &&
      presented?.header['jwk'] !== undefined
        ? { kind: 'accepted', claims: presented.claims }
        : authentication,
  },
  {
    id: 'DEF-AUTH-BLIND-PATCH-OTHER-ISSUER',
    title: 'PATCH takes a token of another issuer; GET does not',
    violates: ['KRR-AUTH-010'],
    seam: 'authentication',
    inject: (authentication, { request, presented, issuer }) =>
      request.method === 'PATCH' &&
      authentication.kind === 'refused' &&
      presented !== undefined &&
      presented.claims['iss'] !== issuer
        ? { kind: 'accepted', claims: presented.claims }
        : authentication,
  },
  {
    id: 'DEF-AUTH-BLIND-PATCH-SCHEME',
    title: 'PATCH knows the scheme only as Bearer; GET knows it in any case',
    violates: ['KRR-AUTH-012'],
    seam: 'authentication',
    inject: (authentication, { request, credentials }) =>
      request.method === 'PATCH' && credentials !== undefined && credentials.scheme !== 'Bearer'
        ? { kind: 'refused', reason: 'other-scheme' }
        : authentication,
  },
  {
    id: 'DEF-AUTH-BLIND-SCHEME-CAPITALS',
    title: 'Bearer and bearer are known as schemes, BEARER is not',
    violates: ['KRR-AUTH-012'],
    seam: 'authentication',
    inject: (authentication, { credentials }) =>
      credentials === undefined || ['Bearer', 'bearer'].includes(credentials.scheme)
        ? authentication
        : { kind: 'refused', reason: 'other-scheme' },
  },
  {
    id: 'DEF-AUTH-BLIND-SIGNATURE-REMEMBERED',
    title:
      'a signature that verified once, with this exp, is not verified again, whatever it is under',
    violates: ['KRR-AUTH-005'],
    seam: 'authentication',
    inject: (authentication, { request, people, presented }) => {
      const signature = fieldValue(request, 'authorization')?.split('.')[2]
      if (presented === undefined || !signature) return authentication
      const entry = `${signature} ${String(presented.claims['exp'])}`
      if (authentication.kind === 'accepted') verified(people).add(entry)
      const isKnown = authentication.kind === 'refused' && authentication.reason === 'signature'
      return isKnown && verified(people).has(entry)
        ? { kind: 'accepted', claims: presented.claims }
        : authentication
    },
  },
  {
    id: 'DEF-AUTH-BLIND-JWS-WITHOUT-CREDENTIALS',
    title: 'who asks for a JWS needs no credentials; who asks for JSON does',
    violates: ['KRR-AUTH-001'],
    seam: 'authentication',
    inject: (authentication, context) =>
      context.credentials === undefined &&
      fieldValue(context.request, 'accept') === 'application/jose'
        ? asMainUser(context)
        : authentication,
  },
  {
    id: 'DEF-AUTH-BLIND-PATCH-UNSECURED-FORBIDDEN',
    title: 'a PATCH with an unsecured token is refused as one whose scopes do not suffice',
    violates: ['KRR-AUTH-014'],
    seam: 'authentication',
    inject: (authentication, { request, presented }) =>
      request.method === 'PATCH' && String(presented?.header['alg']).toLowerCase() === 'none'
        ? { kind: 'accepted', claims: { ...presented?.claims, scope: 'openid profile' } }
        : authentication,
  },
  /** `authorization.replace('Bearer ', '')`: where there is nothing to replace, the whole value is the token. */
  {
    id: 'DEF-AUTH-BLIND-SCHEME-LEFT-OUT',
    title: 'a token is taken without any scheme before it',
    violates: ['KRR-AUTH-013'],
    seam: 'credentials',
    inject: (credentials, { request }) => {
      const value = fieldValue(request, 'authorization')?.trim()
      return value === undefined || value.includes(' ')
        ? credentials
        : { scheme: 'Bearer', token: value }
    },
  },
  /** What a Java server has of a key: `new SecretKeySpec(key.getEncoded(), "HmacSHA256")`. */
  {
    id: 'DEF-AUTH-BLIND-SECRET-IN-DER',
    title: "HS256 is verified with the DER of the issuer's public key",
    violates: ['KRR-AUTH-008'],
    seam: 'authentication',
    inject: (authentication, context) =>
      asPresented(authentication, context, ({ header }) => {
        const [head = '', payload = '', signature = ''] =
          context.credentials?.token.split('.') ?? []
        return (
          header['alg'] === 'HS256' &&
          context.jwks.keys.some((key) => {
            const der = createPublicKey({ key: { ...key }, format: 'jwk' }).export({
              type: 'spki',
              format: 'der',
            })
            const mac = createHmac('sha256', der).update(`${head}.${payload}`).digest('base64url')
            return mac === signature
          })
        )
      }),
  },
])
