import { type Authentication, userScopes } from '../../reference/api/authenticate.ts'
import { fieldValue } from '../../reference/api/message.ts'
import type { AuthenticationContext } from '../../reference/api/seams.ts'
import type { Injection } from '../../reference/seams.ts'
import { withField, withJson, withoutField } from '../changed-response.ts'
import { ofFamily } from '../defect.ts'

/** Lets a request in as the main test user with every scope: what a server does that does not look. */
export const asMainUser = ({ people, issuer }: AuthenticationContext): Authentication => ({
  kind: 'accepted',
  claims: { iss: issuer, pid: people.MAIN.pid, scope: userScopes.join(' ') },
})

/** The token of the query string, where there is no other. */
const byQuery: Injection<'credentials'> = (credentials, { request }) => {
  const token = new URLSearchParams(request.query).get('access_token')
  return credentials === undefined && token !== null ? { scheme: 'Bearer', token } : credentials
}

/** Faults in who is let in without a token, or with what is none. */
export const authenticationDefects = ofFamily('authentication', [
  /** As where a gateway in front of the API was to ask for the token. */
  {
    id: 'DEF-AUTH-GET-NEEDS-NO-CREDENTIALS',
    title: 'GET without credentials is answered with a person',
    seam: 'authentication',
    violates: ['KRR-AUTH-001'],
    inject: (authentication, context) =>
      context.request.method === 'GET' &&
      authentication.kind === 'refused' &&
      authentication.reason === 'no-credentials'
        ? asMainUser(context)
        : authentication,
  },
  /** Reading is protected, and writing was forgotten. */
  {
    id: 'DEF-AUTH-PATCH-NEEDS-NO-CREDENTIALS',
    title: 'PATCH without credentials changes the language',
    seam: 'authentication',
    violates: ['KRR-AUTH-001'],
    inject: (authentication, context) =>
      context.request.method === 'PATCH' &&
      authentication.kind === 'refused' &&
      authentication.reason === 'no-credentials'
        ? asMainUser(context)
        : authentication,
  },
  /**
   * What is right for a web page: no client of an API logs in there, and none is told that it was
   * refused.
   */
  {
    id: 'DEF-AUTH-LOGIN-PAGE-IS-THE-REFUSAL',
    title: 'a request without credentials is sent to a login page',
    seam: 'response',
    violates: ['KRR-AUTH-001'],
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response, { request }) =>
      response.status === 401 && fieldValue(request, 'authorization') === undefined
        ? {
            status: 302,
            fields: [['Location', 'https://login.idporten.example/']],
            content: new Uint8Array(),
          }
        : response,
  },
  /** The status is right, and the person was read before it was made up. */
  {
    id: 'DEF-AUTH-REFUSAL-WITHOUT-CREDENTIALS-SHOWS-THE-PERSON',
    title: 'the refusal of a request without credentials shows an e-mail address',
    seam: 'response',
    violates: ['KRR-AUTH-001', 'KRR-ERR-003'],
    inject: (response, { request, people }) =>
      response.status === 401 && fieldValue(request, 'authorization') === undefined
        ? withJson(response, (error) => ({
            ...error,
            epostadresse: people.MAIN.record?.epostadresse?.value,
          }))
        : response,
  },
  /** RFC 9110, 11.6.1 demands it of every 401. */
  {
    id: 'DEF-AUTH-CHALLENGE-IS-MISSING',
    title: 'a 401 has no WWW-Authenticate',
    seam: 'response',
    violates: ['KRR-AUTH-002'],
    inject: (response) =>
      response.status === 401 ? withoutField(response, 'WWW-Authenticate') : response,
  },
  /** A challenge there is; a browser would ask the person for a password. */
  {
    id: 'DEF-AUTH-CHALLENGE-IS-BASIC',
    title: 'a 401 asks for Basic authentication',
    seam: 'response',
    violates: ['KRR-AUTH-002'],
    inject: (response) =>
      response.status === 401
        ? withField(response, 'WWW-Authenticate', 'Basic realm="krr"')
        : response,
  },
  /** GET and PATCH are refused by different parts of the server. */
  {
    id: 'DEF-AUTH-PATCH-CHALLENGE-IS-MISSING',
    title: 'a 401 in answer to PATCH has no WWW-Authenticate',
    seam: 'response',
    violates: ['KRR-AUTH-002'],
    inject: (response, { request }) =>
      response.status === 401 && request.method === 'PATCH'
        ? withoutField(response, 'WWW-Authenticate')
        : response,
  },
  /** Whether there is a token is looked at, and not what it is. */
  {
    id: 'DEF-AUTH-ANY-TOKEN-IS-ACCEPTED',
    title: 'a Bearer token that is none is accepted',
    seam: 'authentication',
    violates: ['KRR-AUTH-003'],
    inject: (authentication, context) =>
      authentication.kind === 'refused' && authentication.reason === 'malformed'
        ? asMainUser(context)
        : authentication,
  },
  /** The token is parsed where the person is read, and only there. */
  {
    id: 'DEF-AUTH-PATCH-ACCEPTS-ANY-TOKEN',
    title: 'PATCH accepts a Bearer token that is none',
    seam: 'authentication',
    violates: ['KRR-AUTH-003'],
    inject: (authentication, context) =>
      context.request.method === 'PATCH' &&
      authentication.kind === 'refused' &&
      authentication.reason === 'malformed'
        ? asMainUser(context)
        : authentication,
  },
  /** As where the scheme is left to the gateway, which knows both. */
  {
    id: 'DEF-AUTH-BASIC-IS-TAKEN-FOR-BEARER',
    title: 'a token under the scheme Basic is accepted',
    seam: 'credentials',
    violates: ['KRR-AUTH-013'],
    inject: (credentials) =>
      credentials?.scheme === 'Basic' ? { ...credentials, scheme: 'Bearer' } : credentials,
  },
  /** What stands before the first blank is passed over. */
  {
    id: 'DEF-AUTH-PATCH-ACCEPTS-ANY-SCHEME',
    title: 'PATCH accepts a token under any scheme',
    seam: 'credentials',
    violates: ['KRR-AUTH-013'],
    inject: (credentials, { request }) =>
      credentials !== undefined && request.method === 'PATCH'
        ? { ...credentials, scheme: 'Bearer' }
        : credentials,
  },
  /** `authorization.substring(7)`: right for "Bearer ", and for "Digest " too. */
  {
    id: 'DEF-AUTH-SCHEME-IS-CUT-OFF-BY-ITS-LENGTH',
    title: 'the first seven characters of Authorization are cut off, whatever they are',
    seam: 'credentials',
    violates: ['KRR-AUTH-013'],
    inject: (credentials, { request }) => {
      const value = fieldValue(request, 'authorization')
      return value === undefined ? credentials : { scheme: 'Bearer', token: value.slice(7) }
    },
  },
  /** The standard has it case-insensitive since 1999; `startsWith` has not. */
  {
    id: 'DEF-AUTH-SCHEME-IS-COMPARED-EXACTLY',
    title: 'the scheme is taken for another unless it is written Bearer',
    seam: 'credentials',
    violates: ['KRR-AUTH-012'],
    inject: (credentials) =>
      credentials === undefined || credentials.scheme === 'Bearer'
        ? credentials
        : { ...credentials, scheme: `other than ${credentials.scheme}` },
  },
  /** A client that would get itself a new token is told that none will do. */
  {
    id: 'DEF-AUTH-REFUSALS-ARE-FORBIDDEN',
    title: 'who is not let in is answered with 403',
    seam: 'response',
    violates: ['KRR-AUTH-014'],
    inject: (response) =>
      response.status === 401
        ? withJson({ ...response, status: 403 }, (error) => ({
            ...error,
            status: 403,
            error: 'Forbidden',
          }))
        : response,
  },
  /** The challenge is that of a request without credentials. */
  {
    id: 'DEF-AUTH-BAD-TOKEN-IS-NOT-CALLED-INVALID',
    title: 'a bad token is told no error code',
    seam: 'response',
    violates: ['KRR-AUTH-014'],
    inject: (response) =>
      response.status === 401
        ? withField(response, 'WWW-Authenticate', 'Bearer realm="krr"')
        : response,
  },
  /** As where the token is parsed together with the document. */
  {
    id: 'DEF-AUTH-PATCH-WITH-A-BAD-TOKEN-IS-A-BAD-REQUEST',
    title: 'PATCH with a bad token is answered with 400',
    seam: 'response',
    violates: ['KRR-AUTH-014'],
    inject: (response, { request }) =>
      response.status === 401 &&
      request.method === 'PATCH' &&
      fieldValue(request, 'authorization') !== undefined
        ? withJson({ ...response, status: 400 }, (error) => ({
            ...error,
            status: 400,
            error: 'Bad Request',
          }))
        : response,
  },
  /** RFC 6750 has it as a method, and every log has the token. */
  {
    id: 'DEF-AUTH-QUERY-TOKEN-IS-ACCEPTED',
    title: 'a token in the query string is accepted',
    seam: 'credentials',
    violates: [],
    observes: [{ rule: 'KRR-AUTH-011', met: 'accepted' }],
    inject: byQuery,
  },
  {
    id: 'DEF-AUTH-PATCH-ACCEPTS-A-QUERY-TOKEN',
    title: 'PATCH accepts a token in the query string; GET does not',
    seam: 'credentials',
    violates: [],
    observes: [{ rule: 'KRR-AUTH-011', met: 'accepted' }],
    inject: (credentials, context) =>
      context.request.method === 'PATCH' ? byQuery(credentials, context) : credentials,
  },
])
