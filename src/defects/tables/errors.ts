import { encodeText, fieldValue, isJsonObject } from '../../reference/api/message.ts'
import { withField, withJson } from '../changed-response.ts'
import { ofFamily } from '../defect.ts'

const trace = [
  'no.example.krr.PersonRefusedException: refused',
  '\tat no.example.krr.PersonController.person(PersonController.java:42)',
].join('\n')

/** Faults in how a request is refused, and in what the refusal tells. */
export const errorsDefects = ofFamily('errors and disclosure', [
  /** It is refused, by a parser that was not prepared for it. */
  {
    id: 'DEF-ERR-MALFORMED-TOKEN-IS-A-SERVER-ERROR',
    title: 'a Bearer token that is none is answered with 500',
    seam: 'response',
    violates: ['KRR-ERR-001', 'KRR-AUTH-003'],
    // No status or type that the document names.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response, { request }) =>
      response.status === 401 && fieldValue(request, 'authorization')?.includes('.') === false
        ? { ...withJson(response, (error) => ({ ...error, status: 500 })), status: 500 }
        : response,
  },
  /** Nothing is written; the refusal was thrown, and nobody caught it. */
  {
    id: 'DEF-ERR-MISSING-SCOPE-IS-A-SERVER-ERROR',
    title: 'a PATCH without spraak.write is answered with 500',
    seam: 'response',
    violates: ['KRR-ERR-001', 'KRR-SCOPE-009'],
    // No status or type that the document names.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response, { request }) =>
      response.status === 403 && request.method === 'PATCH'
        ? { ...withJson(response, (error) => ({ ...error, status: 500 })), status: 500 }
        : response,
  },
  /** The database refuses what the server passed on; nothing is stored. */
  {
    id: 'DEF-ERR-OTHER-MEMBERS-ARE-A-SERVER-ERROR',
    title: 'a PATCH that names another member than spraak is answered with 500',
    seam: 'patchDecision',
    violates: ['KRR-ERR-001'],
    // No status or type that the document names.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (decision, { sent }) =>
      decision.kind === 'refused' &&
      isJsonObject(sent) &&
      Object.keys(sent).length > 0 &&
      !('spraak' in sent)
        ? { ...decision, status: 500 }
        : decision,
  },
  /** A setting for developers that was left on. */
  {
    id: 'DEF-ERR-ERROR-HOLDS-A-STACK-TRACE',
    title: 'every error holds a stack trace',
    seam: 'errorDocument',
    violates: ['KRR-ERR-002'],
    inject: (error) => ({ ...error, trace }),
  },
  /** What the parser said is passed on as it is. */
  {
    id: 'DEF-ERR-REFUSED-DOCUMENT-NAMES-A-CLASS',
    title: "the refusal of a document names the server's classes",
    seam: 'errorDocument',
    violates: ['KRR-ERR-002'],
    inject: (error, { status }) =>
      status === 400 || status === 422
        ? {
            ...error,
            error_description:
              'com.fasterxml.jackson.core.JsonParseException: Unexpected end-of-input',
          }
        : error,
  },
  /** The scopes are looked up in a database, and the message tells how. */
  {
    id: 'DEF-ERR-MISSING-SCOPE-SHOWS-A-QUERY',
    title: 'the refusal of a token without the scope shows SQL',
    seam: 'errorDocument',
    violates: ['KRR-ERR-002'],
    inject: (error, { status }) =>
      status === 403
        ? {
            ...error,
            error_description: 'No rows: SELECT scope FROM client_scope WHERE client = ?',
          }
        : error,
  },
  /** Where the server lies on its disk helps nobody who has no token. */
  {
    id: 'DEF-ERR-MISSING-CREDENTIALS-SHOW-A-PATH',
    title: 'the refusal of a request without token names a file of the server',
    seam: 'errorDocument',
    violates: ['KRR-ERR-002'],
    inject: (error, { status }) =>
      status === 401
        ? { ...error, error_description: 'Denied by /opt/krr/conf/security.yaml' }
        : error,
  },
  /** Meant as a help: whose language could not be changed. */
  {
    id: 'DEF-ERR-REFUSED-DOCUMENT-IS-ANSWERED-WITH-THE-E-MAIL-ADDRESS',
    title: "the refusal of a document shows the person's e-mail address",
    seam: 'errorDocument',
    violates: ['KRR-ERR-003'],
    inject: (error, { status, people }) =>
      status === 400 || status === 422
        ? {
            ...error,
            error_description: `Not changed for ${people.MAIN.record?.epostadresse?.value}`,
          }
        : error,
  },
  /** For the log of a gateway, and never taken out on the way to the client. */
  {
    id: 'DEF-ERR-REFUSED-DOCUMENT-NAMES-THE-PERSON-IN-A-FIELD',
    title: 'the refusal of a document carries the personidentifikator in a field',
    seam: 'response',
    violates: ['KRR-ERR-003'],
    inject: (response, { claims }) =>
      [400, 422].includes(response.status) && claims !== undefined
        ? withField(response, 'X-Subject', String(claims['pid']))
        : response,
  },
  /** A number that the client knows: it still has no place in an error, which is logged everywhere. */
  {
    id: 'DEF-ERR-MISSING-SCOPE-NAMES-THE-PERSON',
    title: 'the refusal of a PATCH without spraak.write names the person',
    seam: 'response',
    violates: ['KRR-ERR-003', 'KRR-SCOPE-009'],
    inject: (response, { request, claims }) =>
      response.status === 403 && request.method === 'PATCH' && claims !== undefined
        ? withJson(response, (error) => ({
            ...error,
            error_description: `${claims['pid']} has not granted spraak.write`,
          }))
        : response,
  },
  /** The last one who was served: an error that was kept and used again. */
  {
    id: 'DEF-ERR-INVALID-TOKEN-NAMES-SOMEBODY-ELSE',
    title: 'the refusal of a request without valid token names another person',
    seam: 'errorDocument',
    violates: ['KRR-ERR-003'],
    inject: (error, { status, people }) =>
      status === 401
        ? { ...error, error_description: `The session of ${people.D_NUMBER.pid} has ended` }
        : error,
  },
  /** The default of a class that nobody sets. */
  {
    id: 'DEF-ERR-ERROR-NAMES-ANOTHER-STATUS',
    title: 'every error says 200 in its status',
    seam: 'errorDocument',
    violates: ['KRR-ERR-004'],
    inject: (error) => ({ ...error, status: 200 }),
  },
  /** A client that compares numbers finds none. */
  {
    id: 'DEF-ERR-ERROR-STATUS-IS-A-STRING',
    title: 'the status in an error is a string',
    seam: 'errorDocument',
    violates: ['KRR-ERR-004'],
    inject: (error) => ({ ...error, status: String(error['status']) }),
  },
  /** What a gateway answers by itself: no shape of this platform. */
  {
    id: 'DEF-ERR-ERROR-HAS-THE-SHAPE-OF-A-GATEWAY',
    title: 'the errors of refused documents have the shape of a gateway',
    seam: 'errorDocument',
    violates: ['KRR-ERR-004'],
    inject: (error, { status }) =>
      status === 400 || status === 422
        ? { fault: { faultstring: 'Invalid request', detail: { errorcode: 'policies.Invalid' } } }
        : error,
  },
  /** The gateway answers before the API does. */
  {
    id: 'DEF-ERR-UNACCEPTABLE-TYPE-IS-TOLD-IN-A-PAGE',
    title: 'the refusal of a type that is not offered is an HTML page',
    seam: 'response',
    violates: ['KRR-ERR-004'],
    // No status or type that the document names.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response) =>
      response.status === 406
        ? {
            ...withField(response, 'Content-Type', 'text/html'),
            content: encodeText('<!doctype html><title>406 Not Acceptable</title>'),
          }
        : response,
  },
  /** No fault by the contract: it is reported. */
  {
    id: 'DEF-ERR-ERROR-IS-PROBLEM-DETAILS',
    title: 'every error is problem details',
    seam: 'response',
    violates: [],
    observes: [{ rule: 'KRR-ERR-005', met: 'problem details' }],
    // No status or type that the document names.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response) =>
      response.status < 400
        ? response
        : withField(
            withJson(response, ({ status, error, error_description }) => ({
              type: 'about:blank',
              title: error,
              status,
              detail: error_description,
            })),
            'Content-Type',
            'application/problem+json',
          ),
  },
])
