import { withField } from '../changed-response.ts'
import { ofFamily } from '../defect.ts'
import { edited, person } from './published-document.ts'

/** Faults of HTTP, of TLS and of the published document, written from the contract alone (docs/defects.md). */
export const blindHttpDefects = ofFamily('written blind', [
  {
    id: 'DEF-HTTP-BLIND-COOKIE-WITH-REFUSAL',
    title: 'the refusal of a PATCH begins a session',
    violates: ['KRR-HTTP-007'],
    seam: 'response',
    inject: (response, { request }) =>
      request.method === 'PATCH' && response.status >= 400
        ? withField(response, 'Set-Cookie', 'JSESSIONID=0A1B2C; Path=/; Secure; HttpOnly')
        : response,
  },
  {
    id: 'DEF-HTTP-BLIND-HEAD-TYPE',
    title: 'HEAD for application/jose says application/json',
    violates: ['KRR-HTTP-003'],
    seam: 'response',
    inject: (response, { request, representation }) =>
      request.method === 'HEAD' && representation === 'application/jose'
        ? withField(response, 'Content-Type', 'application/json')
        : response,
  },
  {
    id: 'DEF-HTTP-BLIND-HEAD-WITHOUT-TOKEN',
    title: 'HEAD without a token is 200, where GET is refused',
    violates: ['KRR-HTTP-003'],
    alsoTrips: ['KRR-AUTH-001'],
    seam: 'response',
    inject: (response, { request }) =>
      request.method === 'HEAD' && response.status === 401
        ? { ...response, status: 200, content: new Uint8Array() }
        : response,
  },
  {
    id: 'DEF-HTTP-BLIND-JWS-STORED',
    title: 'a JWS is private for a minute and not no-store',
    violates: ['KRR-HTTP-010'],
    seam: 'response',
    inject: (response, { representation }) =>
      representation === 'application/jose'
        ? withField(response, 'Cache-Control', 'private, max-age=60')
        : response,
  },
  {
    id: 'DEF-HTTP-BLIND-ORIGIN-NULL',
    title:
      'the person is open, with credentials, to the origin null, which any sandboxed frame has',
    violates: ['KRR-HTTP-006'],
    seam: 'response',
    inject: (response) =>
      withField(
        withField(response, 'Access-Control-Allow-Origin', 'null'),
        'Access-Control-Allow-Credentials',
        'true',
      ),
  },
  {
    id: 'DEF-HTTP-BLIND-SECOND-CACHE-LINE',
    title: 'a second line of Cache-Control says public',
    violates: ['KRR-HTTP-004'],
    seam: 'response',
    inject: (response, { representation }) =>
      representation === undefined
        ? response
        : { ...response, fields: [...response.fields, ['Cache-Control', 'public, max-age=0']] },
  },
  {
    id: 'DEF-SPEC-BLIND-LANGUAGE-LIST',
    title: 'the published schema lists nb, nn and en as languages, and se is delivered too',
    violates: ['KRR-SPEC-005'],
    alsoTrips: ['KRR-SPEC-003'],
    seam: 'openApiDocument',
    inject: (document) =>
      edited(
        document,
        ['components', 'schemas', 'PersonResource', 'properties', 'spraak'],
        (own) => ({
          ...own,
          enum: ['nb', 'nn', 'en'],
        }),
      ),
  },
  {
    id: 'DEF-TLS-BLIND-HSTS-ZERO',
    title: 'Strict-Transport-Security holds for no time, which switches it off (RFC 6797, 6.1.1)',
    violates: ['KRR-TLS-005'],
    seam: 'response',
    inject: (response) => withField(response, 'Strict-Transport-Security', 'max-age=0'),
  },
  {
    id: 'DEF-TLS-BLIND-REDIRECT-STAYS-PLAIN',
    title: 'plain http is redirected, to plain http',
    violates: ['KRR-TLS-004'],
    seam: 'plainHttp',
    inject: () => (request, response) => {
      const { host = '127.0.0.1' } = request.headers
      response.writeHead(301, { Location: `http://${host}/rest/v1/person/` }).end()
    },
  },
  {
    id: 'DEF-HTTP-BLIND-HEAD-OF-NO-LENGTH',
    title: 'HEAD says of the person that there are 0 bytes of it',
    violates: ['KRR-HTTP-003'],
    seam: 'response',
    inject: (response, { request }) =>
      request.method === 'HEAD' ? { ...response, content: new Uint8Array() } : response,
  },
  {
    id: 'DEF-HTTP-BLIND-SHARED-AGE-IN-CAPITALS',
    title: 'a person may be kept by shared caches, in capitals: S-MAXAGE=60',
    violates: ['KRR-HTTP-004', 'KRR-HTTP-010'],
    seam: 'response',
    inject: (response, { representation }) =>
      representation === undefined
        ? response
        : withField(response, 'Cache-Control', 'private, S-MAXAGE=60'),
  },
  {
    id: 'DEF-SPEC-BLIND-HEADER-REQUIRED',
    title: 'the published document requires a field of GET that nobody sends',
    violates: ['KRR-SPEC-003'],
    seam: 'openApiDocument',
    inject: (document) =>
      edited(document, [...person, 'get'], (operation) => ({
        ...operation,
        parameters: [
          { name: 'X-Purpose', in: 'header', required: true, schema: { type: 'string' } },
        ],
      })),
  },
  {
    id: 'DEF-HTTP-BLIND-UNREGISTERED-PUBLIC',
    title: 'that somebody is not in the register may be kept by every cache',
    violates: ['KRR-HTTP-004', 'KRR-HTTP-010'],
    seam: 'response',
    inject: (response, { representation, record }) =>
      representation !== undefined && record === undefined
        ? withField(response, 'Cache-Control', 'public, max-age=3600')
        : response,
  },
  {
    id: 'DEF-SPEC-BLIND-ADDRESS-REQUIRED',
    title: 'the published schema requires an e-mail address, which not everybody has',
    violates: ['KRR-SPEC-005'],
    // The snapshot requires none.
    alsoTrips: ['KRR-SPEC-003'],
    seam: 'openApiDocument',
    inject: (document) =>
      edited(document, ['components', 'schemas', 'ContactInfoResource'], (schema) => ({
        ...schema,
        required: ['epostadresse'],
      })),
  },
])
