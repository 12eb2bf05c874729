import { mailboxScope } from '../../reference/api/authenticate.ts'
import { fieldValue } from '../../reference/api/message.ts'
import { withField, withoutField } from '../changed-response.ts'
import { ofFamily } from '../defect.ts'

/** Faults in what may be stored, and in what fields show and allow. */
export const cachingAndHeadersDefects = ofFamily('caching and headers', [
  /** What is meant for pictures: a proxy between the parties may hand it to the next one. */
  {
    id: 'DEF-HTTP-PERSON-IS-PUBLIC',
    title: 'a person has Cache-Control: public, max-age=60',
    seam: 'response',
    violates: ['KRR-HTTP-004', 'KRR-HTTP-010'],
    inject: (response, { representation }) =>
      representation === undefined
        ? response
        : withField(response, 'Cache-Control', 'public, max-age=60'),
  },
  /** Two settings that contradict each other; a cache that reads one of them keeps the person. */
  {
    id: 'DEF-HTTP-MAILBOX-HAS-A-SHARED-LIFETIME',
    title: 'with digitalpost.read a person has s-maxage beside no-store',
    seam: 'response',
    violates: ['KRR-HTTP-004'],
    inject: (response, { representation, scopes }) =>
      representation !== undefined && scopes.includes(mailboxScope)
        ? withField(response, 'Cache-Control', 'no-store, s-maxage=60')
        : response,
  },
  /** The standards keep shared caches from it, and nobody keeps a browser. */
  {
    id: 'DEF-HTTP-PERSON-HAS-NO-CACHE-CONTROL',
    title: 'a person has no Cache-Control',
    seam: 'response',
    violates: ['KRR-HTTP-010'],
    inject: (response, { representation }) =>
      representation === undefined ? response : withoutField(response, 'Cache-Control'),
  },
  /** It is asked for each time, and lies in a cache meanwhile. */
  {
    id: 'DEF-HTTP-JWS-MAY-BE-STORED',
    title: 'a JWS has Cache-Control: no-cache in the place of no-store',
    seam: 'response',
    violates: ['KRR-HTTP-010'],
    inject: (response, { representation }) =>
      representation === 'application/jose'
        ? withField(response, 'Cache-Control', 'no-cache')
        : response,
  },
  /** A browser may take a person for a page. */
  {
    id: 'DEF-HTTP-NOSNIFF-IS-MISSING',
    title: 'a person comes without X-Content-Type-Options',
    seam: 'response',
    violates: ['KRR-HTTP-005'],
    inject: (response, { representation }) =>
      representation === undefined ? response : withoutField(response, 'X-Content-Type-Options'),
  },
  /** A value that no browser knows. */
  {
    id: 'DEF-HTTP-NOSNIFF-OF-A-JWS-IS-MISSPELT',
    title: 'a JWS has X-Content-Type-Options: no-sniff',
    seam: 'response',
    violates: ['KRR-HTTP-005'],
    inject: (response, { representation }) =>
      representation === 'application/jose'
        ? withField(response, 'X-Content-Type-Options', 'no-sniff')
        : response,
  },
  /** A page of anybody that comes by a token reads the person. */
  {
    id: 'DEF-HTTP-ANY-ORIGIN-MAY-READ',
    title: 'a person has Access-Control-Allow-Origin: *',
    seam: 'response',
    violates: ['KRR-HTTP-006'],
    inject: (response, { representation }) =>
      representation === undefined
        ? response
        : withField(response, 'Access-Control-Allow-Origin', '*'),
  },
  /** A list of origins that was never filled in. */
  {
    id: 'DEF-HTTP-ORIGIN-IS-REPEATED-WITH-CREDENTIALS',
    title: 'a preflight is answered with the origin that asked, and with credentials',
    seam: 'response',
    violates: ['KRR-HTTP-006'],
    inject: (response, { request }) => {
      const origin = fieldValue(request, 'origin')
      if (request.method !== 'OPTIONS' || origin === undefined) return response
      const opened = withField(response, 'Access-Control-Allow-Origin', origin)
      return withField(opened, 'Access-Control-Allow-Credentials', 'true')
    },
  },
  /** As servers do unless they are told not to; the token is the session. */
  {
    id: 'DEF-HTTP-PERSON-COMES-WITH-A-SESSION',
    title: 'a person comes with a session cookie',
    seam: 'response',
    violates: ['KRR-HTTP-007'],
    inject: (response, { representation }) =>
      representation === undefined
        ? response
        : withField(response, 'Set-Cookie', 'JSESSIONID=9F2C7A10; Path=/; HttpOnly'),
  },
  /** It tells which machine answered, and asks to be sent back. */
  {
    id: 'DEF-HTTP-JWS-COMES-WITH-A-BALANCER-COOKIE',
    title: 'a JWS comes with the cookie of a load balancer',
    seam: 'response',
    violates: ['KRR-HTTP-007'],
    inject: (response, { representation }) =>
      representation === 'application/jose'
        ? withField(response, 'Set-Cookie', 'BALANCER=node-2; Path=/')
        : response,
  },
  /** No fault by the contract: it is reported. */
  {
    id: 'DEF-HTTP-SERVER-NAMES-ITS-VERSION',
    title: 'every response names the product and its version',
    seam: 'response',
    violates: [],
    observes: [{ rule: 'KRR-HTTP-008', met: 'Server: Example/4.2.1' }],
    inject: (response) => withField(response, 'Server', 'Example/4.2.1'),
  },
  /** No fault by the contract: it is reported. */
  {
    id: 'DEF-HTTP-TRAILING-SLASH-IS-REDIRECTED',
    title: 'a trailing slash is answered with a redirect',
    seam: 'response',
    violates: [],
    observes: [{ rule: 'KRR-HTTP-008', met: 'a trailing slash is answered with 308' }],
    inject: (response, { request }) =>
      request.path.endsWith('/person/')
        ? { ...withField(response, 'Location', '/rest/v1/person'), status: 308 }
        : response,
  },
])
