import { contactScope, languageScope, mailboxScope } from '../../reference/api/authenticate.ts'
import { ofFamily } from '../defect.ts'

/** A token that the person API refuses anyhow: what is wrong with it is seen in the token alone. */
const opensNothing = (scopes: readonly string[]): boolean =>
  !scopes.some((scope) => scope.startsWith('krr:user/'))

/** Faults of ID-porten's authorization and token responses. */
export const providerTokensDefects = ofFamily('OpenID provider', [
  /** Without it a client cannot tell its own login from one that somebody else began. */
  {
    id: 'DEF-OP-STATE-IS-MISSING',
    title: 'the authorization response carries no state',
    seam: 'authorizationResponse',
    violates: ['KRR-OP-004'],
    inject: (parameters) => parameters.filter(([name]) => name !== 'state'),
  },
  /** It looks the same, and is not the exact value received (RFC 6749, 4.1.2). */
  {
    id: 'DEF-OP-STATE-IS-IN-LOWER-CASE',
    title: 'the authorization response returns state in lower case',
    seam: 'authorizationResponse',
    violates: ['KRR-OP-004'],
    inject: (parameters) =>
      parameters.map(([name, value]) => [name, name === 'state' ? value.toLowerCase() : value]),
  },
  /** Against mix-up of two providers only the announced parameter helps (RFC 9207). */
  {
    id: 'DEF-OP-ISS-IS-MISSING',
    title: 'the authorization response carries no iss, which the metadata announce',
    seam: 'authorizationResponse',
    violates: ['KRR-OP-004'],
    inject: (parameters) => parameters.filter(([name]) => name !== 'iss'),
  },
  /** The name of the host that draws the login pages in place of the issuer's. */
  {
    id: 'DEF-OP-ISS-IS-ANOTHER-ISSUER',
    title: 'the authorization response carries the iss of another issuer',
    seam: 'authorizationResponse',
    violates: ['KRR-OP-004'],
    inject: (parameters) =>
      parameters.map(([name, value]) => [
        name,
        name === 'iss' ? 'https://login.idporten.example' : value,
      ]),
  },
  /** A client that does not know the type must not use the token (RFC 6749, 7.1). */
  {
    id: 'DEF-OP-TOKEN-TYPE-IS-MAC',
    title: 'token_type of the token response is mac',
    seam: 'tokenResponse',
    violates: ['KRR-OP-005'],
    inject: (response) =>
      response.status === 200
        ? { ...response, body: { ...response.body, token_type: 'mac' } }
        : response,
  },
  /** For as long as the token lives, a cache on the way may hand it out again. */
  {
    id: 'DEF-OP-TOKEN-RESPONSE-MAY-BE-CACHED',
    title: 'the token response may be cached for two minutes',
    seam: 'tokenResponse',
    violates: ['KRR-OP-005'],
    inject: (response) => ({
      ...response,
      fields: response.fields.map(([name, value]) => [
        name,
        name === 'cache-control' ? 'private, max-age=120' : value,
      ]),
    }),
  },
  /** A token was created, but the response of this endpoint is 200 (RFC 6749, 5.1). */
  {
    id: 'DEF-OP-TOKEN-RESPONSE-IS-201',
    title: 'the token response has the status 201',
    seam: 'tokenResponse',
    violates: ['KRR-OP-005'],
    inject: (response) => (response.status === 200 ? { ...response, status: 201 } : response),
  },
  /** As where the client is not registered for it. Token and response agree that it is missing. */
  {
    id: 'DEF-OP-MAILBOX-SCOPE-IS-NOT-GRANTED',
    title: 'krr:user/digitalpost.read is never granted',
    seam: 'grantedScopes',
    violates: ['KRR-OP-009'],
    inject: (scopes) => scopes.filter((scope) => scope !== mailboxScope),
  },
  /** What the token then opens, it opens rightly: the person API does what the token says. */
  {
    id: 'DEF-OP-CONTACT-SCOPE-IS-GRANTED-UNASKED',
    title: 'krr:user/kontaktinformasjon.read is granted to whoever logs in',
    seam: 'grantedScopes',
    violates: ['KRR-OP-009'],
    inject: (scopes) => [...new Set([...scopes, contactScope])],
  },
  /** Every login may write; that the person API lets it is no fault of the API. */
  {
    id: 'DEF-OP-LANGUAGE-SCOPE-IS-GRANTED-UNASKED',
    title: 'krr:user/spraak.write is granted to whoever logs in',
    seam: 'grantedScopes',
    violates: ['KRR-OP-009'],
    inject: (scopes) => [...new Set([...scopes, languageScope])],
  },
  /** The token response went to the right one; whoever reads the token holds another to account. */
  {
    id: 'DEF-OP-ACCESS-TOKEN-NAMES-ANOTHER-CLIENT',
    title: 'client_id of the access token is another client',
    seam: 'accessTokenClaims',
    violates: ['KRR-OP-010'],
    inject: (claims, { clientId }) => ({ ...claims, client_id: `${clientId}-2` }),
  },
  /** The client throws it away in time; whoever has stolen it need not. */
  {
    id: 'DEF-OP-ACCESS-TOKEN-OUTLIVES-EXPIRES-IN',
    title: 'the access token lives an hour longer than expires_in says',
    seam: 'accessTokenClaims',
    violates: ['KRR-OP-010'],
    // The one that lives for a second does too: whoever goes by expires_in finds it accepted long after its end.
    alsoTrips: ['KRR-AUTH-004'],
    inject: (claims) => ({ ...claims, exp: Number(claims['exp']) + 3_600 }),
  },
  /** The code stands in browser histories and logs: whoever finds it logs in. */
  {
    id: 'DEF-OP-SPENT-CODE-IS-ACCEPTED',
    title: 'a code that was spent is exchanged again',
    seam: 'codeReuse',
    violates: ['KRR-OP-011'],
    inject: () => 'accepted',
  },
  /** PKCE is asked for and stored, and compared with nothing. */
  {
    id: 'DEF-OP-ANY-CODE-VERIFIER-IS-ACCEPTED',
    title: 'a code is exchanged whatever its code_verifier is',
    seam: 'codeVerifierCheck',
    violates: ['KRR-OP-011'],
    inject: () => 'accepted',
  },
  /** The client has to guess, or to read a token that is not for it. */
  {
    id: 'DEF-OP-EXPIRES-IN-IS-MISSING',
    title: 'the token response has no expires_in',
    seam: 'tokenResponse',
    violates: ['KRR-OP-013'],
    inject: ({ body: { expires_in: _, ...body }, ...response }) => ({ ...response, body }),
  },
  /** A client that believes it never uses the token. */
  {
    id: 'DEF-OP-EXPIRES-IN-IS-ZERO',
    title: 'expires_in is 0',
    seam: 'tokenResponse',
    violates: ['KRR-OP-013'],
    inject: ({ body, ...response }) => ({ ...response, body: { ...body, expires_in: 0 } }),
  },
  /** What is left of a time that was counted from the login. */
  {
    id: 'DEF-OP-EXPIRES-IN-IS-NEGATIVE',
    title: 'expires_in is negative',
    seam: 'tokenResponse',
    violates: ['KRR-OP-013'],
    inject: ({ body, ...response }) => ({ ...response, body: { ...body, expires_in: -120 } }),
  },
  /** RFC 6749, 5.1: numerical values are numbers. */
  {
    id: 'DEF-OP-EXPIRES-IN-IS-A-STRING',
    title: 'expires_in is a string of digits',
    seam: 'tokenResponse',
    violates: ['KRR-OP-013'],
    inject: ({ body, ...response }) => ({ ...response, body: { ...body, expires_in: '120' } }),
  },
  /** A client that refreshes in a hidden frame waits for somebody to log in. */
  {
    id: 'DEF-OP-SILENT-REQUEST-IS-SHOWN-THE-LOGIN',
    title: 'prompt=none without a login leads to the login page',
    seam: 'silentRequest',
    violates: [],
    observes: [{ rule: 'KRR-OP-012', met: 'redirected to another page than the client' }],
    inject: () => 'page',
  },
  /** Longer than the others, and nothing forbids it. */
  {
    id: 'DEF-OP-ID-TOKEN-LIVES-FOR-TEN-MINUTES',
    title: 'the ID token lives for ten minutes',
    seam: 'idTokenClaims',
    violates: [],
    observes: [{ rule: 'KRR-OP-012', met: 'ID token for 600 s' }],
    inject: ({ exp, ...claims }) => ({ ...claims, exp: Number(exp) + 480 }),
  },
  {
    id: 'DEF-OP-ACCESS-TOKEN-IS-OF-ANOTHER-ISSUER',
    title: 'iss of an access token that opens nothing ends with a slash',
    seam: 'accessTokenClaims',
    violates: ['KRR-OP-010'],
    // The API knows no such issuer: it refuses for want of that, and not of a scope.
    alsoTrips: ['KRR-SCOPE-010'],
    inject: (claims, { issuer, scopes }) =>
      opensNothing(scopes) ? { ...claims, iss: `${issuer}/` } : claims,
  },
  {
    id: 'DEF-OP-ACCESS-TOKEN-HAS-A-SCOPE-OF-ITS-OWN',
    title: 'scope of an access token names one that was not granted, by its former name',
    seam: 'accessTokenClaims',
    violates: ['KRR-OP-010'],
    inject: (claims, { scopes }) =>
      opensNothing(scopes)
        ? { ...claims, scope: `${String(claims['scope'])} krr:user/sikkerdigitalpost.read` }
        : claims,
  },
  {
    id: 'DEF-OP-ACCESS-TOKEN-IS-OF-ANOTHER-PERSON',
    title: 'pid of an access token that opens nothing is somebody else',
    seam: 'accessTokenClaims',
    violates: ['KRR-OP-010'],
    inject: (claims, { scopes }) =>
      opensNothing(scopes) ? { ...claims, pid: '01810199918' } : claims,
  },
])
