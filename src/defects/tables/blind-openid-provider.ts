import { mailboxScope } from '../../reference/api/authenticate.ts'
import { hasJust } from '../asked-with.ts'
import { ofFamily } from '../defect.ts'
import { without } from '../person-document.ts'

/** Faults of ID-porten, written from the contract alone (docs/defects.md). */
export const blindOpenidProviderDefects = ofFamily('written blind', [
  {
    id: 'DEF-OP-BLIND-SECOND-AUDIENCE',
    title: 'the ID token is for another client as well',
    violates: ['KRR-OP-006'],
    seam: 'idTokenClaims',
    inject: (claims, { clientId }) => ({ ...claims, aud: [clientId, 'another-client'] }),
  },
  {
    id: 'DEF-OP-BLIND-PID-LEFT-OUT',
    title: 'an access token without a scope of this API has no pid',
    violates: ['KRR-OP-010'],
    seam: 'accessTokenClaims',
    inject: (claims, { scopes }) =>
      scopes.some((scope) => scope.startsWith('krr:user/')) ? claims : without(claims, 'pid'),
  },
  {
    id: 'DEF-OP-BLIND-SPENT-CODE-ERROR',
    title: 'a code that was spent, or comes with another verifier, is called invalid_request',
    violates: ['KRR-OP-011'],
    seam: 'tokenResponse',
    inject: (response) =>
      response.body['error'] === 'invalid_grant'
        ? { ...response, body: { ...response.body, error: 'invalid_request' } }
        : response,
  },
  {
    id: 'DEF-OP-BLIND-TOKEN-OUTLIVES-EXPIRES-IN',
    title: 'an access token is valid for an hour, and the token response says two minutes',
    violates: ['KRR-OP-010'],
    seam: 'accessTokenClaims',
    // The client whose tokens live for a second keeps them short, else nothing would expire in time.
    inject: (claims, { clientId }) =>
      clientId === 'krr-conformance' ? { ...claims, exp: Number(claims['iat']) + 3600 } : claims,
  },
  {
    id: 'DEF-OP-BLIND-LOW-ACR-FOR-MAILBOX',
    title:
      'the ID token that comes with digitalpost.read alone names a lower level than was asked for',
    violates: ['KRR-OP-007'],
    seam: 'idTokenClaims',
    inject: (claims, { scopes }) =>
      hasJust(scopes, mailboxScope) ? { ...claims, acr: 'idporten-loa-low' } : claims,
  },
  /** Without `d` the set looks public; whoever has the primes can work it out. */
  {
    id: 'DEF-OP-BLIND-PRIMES-PUBLISHED',
    title: 'the JWK Set holds the primes of a key, and not its private exponent',
    violates: ['KRR-OP-003'],
    seam: 'jwks',
    inject: ({ keys }, { privateJwk: { kty, n, e, p, q } }) => ({
      keys: [...keys, { kty, kid: 'backup', use: 'sig', alg: 'RS256', n, e, p, q }],
    }),
  },
])
