import { randomBytes } from 'node:crypto'
import type { Injections } from '../../reference/seams.ts'
import { without } from '../person-document.ts'
import type { Variant } from './variant.ts'

/** The API looks an opaque token up, which stands here for asking the provider (RFC 7662). */
const opaqueTokens = (): Injections => {
  const issued = new Map<string, string>()
  return {
    accessTokenCompact: (compact) => {
      const handle = randomBytes(32).toString('base64url')
      issued.set(handle, compact)
      return handle
    },
    credentials: (credentials) =>
      credentials && { ...credentials, token: issued.get(credentials.token) ?? 'unknown' },
  }
}

/** ID-porten otherwise, within OpenID Connect and its own pages. */
export const providerVariants: readonly Variant[] = [
  {
    id: 'VAR-ACCESS-TOKEN-IS-OPAQUE',
    title: 'the access token is opaque',
    injections: opaqueTokens,
  },
  {
    id: 'VAR-AUD-IS-UNSPECIFIED',
    title: 'aud of the access token is "unspecified"',
    injections: () => ({ accessTokenClaims: (claims) => ({ ...claims, aud: 'unspecified' }) }),
  },
  {
    id: 'VAR-AUD-OF-THE-ID-TOKEN-IS-A-LIST',
    title: 'aud of the ID token is a list with this client alone',
    injections: () => ({
      idTokenClaims: (claims) => ({ ...claims, aud: [claims['aud']], azp: claims['aud'] }),
    }),
  },
  {
    id: 'VAR-TOKENS-AS-IN-THE-FIELD',
    title:
      'sub is the pid, tokens live for 600 s, scopes come in another order, x5c and sid are there',
    injections: () => ({
      accessTokenClaims: (claims) => ({
        ...claims,
        sub: claims['pid'],
        exp: Number(claims['iat']) + 600,
      }),
      tokenResponse: (response) =>
        response.status === 200
          ? {
              ...response,
              body: {
                ...response.body,
                expires_in: 600,
                scope: String(response.body['scope']).split(' ').reverse().join(' '),
              },
            }
          : response,
      idTokenClaims: (claims) => ({ ...claims, sid: 'b9a1d9f7c7a34c6f' }),
      jwks: ({ keys }) => ({ keys: keys.map((key) => ({ ...key, x5c: ['MIIBIjANBgkq'] })) }),
    }),
  },
  {
    id: 'VAR-LOGIN-HAS-SEVERAL-HOSTS',
    title: 'login, TestID and MinID are at hosts of their own',
    options: { hasSeveralHosts: true },
  },
  {
    id: 'VAR-REFRESH-TOKENS-ROTATE',
    title: 'each use of a refresh token gives another one, and ends the one that was used',
    options: { rotatesRefreshTokens: true },
  },
  {
    id: 'VAR-NO-ISS-PARAMETER',
    title: 'the authorization response has no iss, and the metadata promises none',
    injections: () => ({
      authorizationResponse: (parameters) => parameters.filter(([name]) => name !== 'iss'),
      providerMetadata: (metadata) =>
        without(metadata, 'authorization_response_iss_parameter_supported'),
    }),
  },
]
