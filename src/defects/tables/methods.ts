import { encodeText } from '../../reference/api/message.ts'
import { withField, withoutField } from '../changed-response.ts'
import { ofFamily } from '../defect.ts'

/** Faults in which methods there are, and in how they are answered. */
export const methodsDefects = ofFamily('methods', [
  /** A handler without a method of its own answers to every one. */
  {
    id: 'DEF-HTTP-POST-IS-ANSWERED-AS-GET',
    title: 'POST yields the person as GET does',
    seam: 'method',
    violates: ['KRR-HTTP-001'],
    inject: (method) => (method === 'POST' ? 'GET' : method),
  },
  /** For clients that know no PATCH, and nobody remembers which. */
  {
    id: 'DEF-HTTP-PUT-CHANGES-THE-LANGUAGE',
    title: 'PUT changes the language as PATCH does',
    seam: 'method',
    violates: ['KRR-HTTP-001'],
    inject: (method) => (method === 'PUT' ? 'PATCH' : method),
  },
  /** Whoever sent it believes that the person is gone. */
  {
    id: 'DEF-HTTP-DELETE-IS-ACCEPTED',
    title: 'DELETE is answered with 204, and nothing is deleted',
    seam: 'response',
    violates: ['KRR-HTTP-001'],
    inject: (response, { request }) =>
      request.method === 'DELETE'
        ? { ...response, status: 204, content: new Uint8Array() }
        : response,
  },
  /** What could be sent instead has to be guessed. */
  {
    id: 'DEF-HTTP-ALLOW-IS-MISSING',
    title: 'a 405 has no Allow',
    seam: 'response',
    violates: ['KRR-HTTP-002'],
    inject: (response) => (response.status === 405 ? withoutField(response, 'Allow') : response),
  },
  /** The list is that of the framework and not of the resource. */
  {
    id: 'DEF-HTTP-ALLOW-NAMES-THE-METHOD-REFUSED',
    title: 'the Allow of a 405 names the method that was refused',
    seam: 'response',
    violates: ['KRR-HTTP-002'],
    inject: (response, { request }) =>
      response.status === 405
        ? withField(response, 'Allow', `GET, HEAD, PATCH, OPTIONS, ${request.method}`)
        : response,
  },
  /** Only what the page names was let through. */
  {
    id: 'DEF-HTTP-HEAD-IS-NOT-ALLOWED',
    title: 'HEAD is refused with 405',
    seam: 'response',
    violates: ['KRR-HTTP-003'],
    inject: (response, { request }) =>
      request.method === 'HEAD'
        ? { ...withField(response, 'Allow', 'GET, PATCH, OPTIONS'), status: 405 }
        : response,
  },
  /** Without content the type falls back on what a server says of files. */
  {
    id: 'DEF-HTTP-HEAD-HAS-ANOTHER-TYPE',
    title: 'HEAD has another Content-Type than GET',
    seam: 'response',
    violates: ['KRR-HTTP-003'],
    inject: (response, { request }) =>
      request.method === 'HEAD'
        ? withField(response, 'Content-Type', 'application/octet-stream')
        : response,
  },
  /** The field is added where content is written, and there is none. */
  {
    id: 'DEF-HTTP-HEAD-OF-A-JWS-MAY-BE-STORED',
    title: 'HEAD of a JWS has no Cache-Control, which GET has',
    seam: 'response',
    violates: ['KRR-HTTP-003'],
    inject: (response, { request, representation }) =>
      request.method === 'HEAD' && representation === 'application/jose'
        ? withoutField(response, 'Cache-Control')
        : response,
  },
  /** As the method was meant: every field that a gateway added on the way is shown. */
  {
    id: 'DEF-HTTP-TRACE-SENDS-THE-REQUEST-BACK',
    title: 'TRACE is answered with 200 and the request',
    seam: 'response',
    violates: ['KRR-HTTP-009'],
    inject: (response, { request }) => {
      if (request.method !== 'TRACE') return response
      const lines = request.fields.map(([name, value]) => `${name}: ${value}\r\n`)
      const content = encodeText(`TRACE ${request.path} HTTP/1.1\r\n${lines.join('')}`)
      return { ...withField(response, 'Content-Type', 'message/http'), status: 200, content }
    },
  },
  /** It shows nothing, and it is let in. */
  {
    id: 'DEF-HTTP-TRACE-IS-ACCEPTED',
    title: 'TRACE is answered with 204',
    seam: 'response',
    violates: ['KRR-HTTP-009'],
    inject: (response, { request }) =>
      request.method === 'TRACE'
        ? { ...response, status: 204, content: new Uint8Array() }
        : response,
  },
])
