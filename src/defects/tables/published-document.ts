import { apiDocsPath } from '../../reference/api/documentation.ts'
import { isJsonObject, type JsonObject } from '../../reference/api/message.ts'
import { ofFamily } from '../defect.ts'

/** Where the document describes the person resource. */
export const person = ['paths', '/rest/v1/person'] as const

/** Where the document describes a person. */
const personSchema = ['components', 'schemas', 'PersonResource'] as const

/** The document with the object at this path changed, all else as it was. */
export const edited = (
  document: JsonObject,
  path: readonly string[],
  edit: (inner: JsonObject) => JsonObject,
): JsonObject => {
  const [name, ...rest] = path
  if (name === undefined) return edit(document)
  const inner = document[name]
  return { ...document, [name]: edited(isJsonObject(inner) ? inner : {}, rest, edit) }
}

/** Faults of the OpenAPI document that the API publishes. */
export const publishedDocumentDefects = ofFamily('published document', [
  /** An operation without `responses` is none, and generators stop at it. */
  {
    id: 'DEF-SPEC-PATCH-HAS-NO-RESPONSES',
    title: 'the published document leaves out the responses of PATCH',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-001'],
    alsoTrips: ['KRR-SPEC-003', 'KRR-SPEC-006'],
    inject: (document) =>
      edited(document, [...person, 'patch'], ({ responses: _, ...patch }) => patch),
  },
  /** Every refusal is described by a reference that leads nowhere. */
  {
    id: 'DEF-SPEC-ERROR-SCHEMA-IS-MISSING',
    title: 'the published document refers to a schema that it does not have',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-001'],
    inject: (document) =>
      edited(document, ['components', 'schemas'], ({ ErrorResource: _, ...schemas }) => schemas),
  },
  /** Generated clients would have two functions of one name. */
  {
    id: 'DEF-SPEC-OPERATION-ID-IS-GIVEN-TWICE',
    title: 'the published document gives two operations the same operationId',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-001'],
    inject: (document) =>
      edited(document, [...person, 'patch'], (patch) => ({ ...patch, operationId: 'getUser' })),
  },
  /** The length that is announced is that of the half: nothing was lost on the way. */
  {
    id: 'DEF-SPEC-DOCUMENT-IS-CUT-OFF',
    title: 'the published document ends in the middle',
    seam: 'response',
    violates: ['KRR-SPEC-001'],
    inject: (response, { request }) =>
      request.path === apiDocsPath
        ? { ...response, content: response.content.slice(0, response.content.length / 2) }
        : response,
  },
  /** The page sends its readers there for the language change; they find nothing. */
  {
    id: 'DEF-SPEC-PATCH-IS-NOT-DESCRIBED',
    title: 'the published document does not describe PATCH',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-002'],
    alsoTrips: ['KRR-SPEC-003'],
    inject: (document) => edited(document, person, ({ patch: _, ...item }) => item),
  },
  /** Only the language change is left, and nothing that a person could be judged by. */
  {
    id: 'DEF-SPEC-GET-IS-NOT-DESCRIBED',
    title: 'the published document does not describe GET',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-002'],
    alsoTrips: ['KRR-SPEC-003'],
    inject: (document) => edited(document, person, ({ get: _, ...item }) => item),
  },
  /** The page warns of this very letter: `personer` is the machine-to-machine resource, elsewhere. */
  {
    id: 'DEF-SPEC-PERSONER-STANDS-FOR-PERSON',
    title: 'the published document describes /rest/v1/personer in place of the person',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-002'],
    inject: (document) =>
      edited(document, ['paths'], ({ '/rest/v1/person': item, ...paths }) => ({
        ...paths,
        '/rest/v1/personer': item,
      })),
  },
  /** The document is valid and the person is as ever; the two do not agree. */
  {
    id: 'DEF-SPEC-SPRAAK-IS-PUBLISHED-AS-A-NUMBER',
    title: 'the published document says that spraak is an integer',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-005'],
    alsoTrips: ['KRR-SPEC-003'],
    inject: (document) =>
      edited(document, [...personSchema, 'properties', 'spraak'], () => ({ type: 'integer' })),
  },
  /** Clients generated from it refuse everybody who is active in the register. */
  {
    id: 'DEF-SPEC-STATUS-LIST-LACKS-AKTIV',
    title: 'the published list of status lacks AKTIV',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-005'],
    alsoTrips: ['KRR-SPEC-003'],
    inject: (document) =>
      edited(document, [...personSchema, 'properties', 'status'], (status) => ({
        ...status,
        enum: ['SLETTET', 'IKKE_REGISTRERT'],
      })),
  },
  /** What a scope opens, and not everybody has, cannot be required. */
  {
    id: 'DEF-SPEC-MAILBOX-IS-PUBLISHED-AS-REQUIRED',
    title: 'the published document requires digital_post of every person',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-005'],
    inject: (document) =>
      edited(document, personSchema, (schema) => ({ ...schema, required: ['digital_post'] })),
  },
  /** The person is as ever; who generates a client from the document no longer finds the language. */
  {
    id: 'DEF-SPEC-SPRAAK-IS-RENAMED',
    title: 'the published document calls spraak maalform',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-003'],
    inject: (document) =>
      edited(document, [...personSchema, 'properties'], ({ spraak, ...members }) => ({
        ...members,
        maalform: spraak,
      })),
  },
  /** Every client there is sends the language alone. */
  {
    id: 'DEF-SPEC-CHANGE-REQUIRES-A-FURTHER-MEMBER',
    title: 'the published document requires a source beside the language in PATCH',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-003'],
    inject: (document) =>
      edited(document, ['components', 'schemas', 'PersonPatchDocument'], (schema) => ({
        ...edited(schema, ['properties'], (members) => ({ ...members, kilde: { type: 'string' } })),
        required: ['kilde'],
      })),
  },
  /** No fault, but worth knowing: nobody is let down by a member more. */
  {
    id: 'DEF-SPEC-MEMBER-IS-ADDED',
    title: 'the published document has a member that the snapshot lacks',
    seam: 'openApiDocument',
    violates: [],
    observes: [{ rule: 'KRR-SPEC-004', met: 'added: GET 200 application/json /fodselsdato' }],
    inject: (document) =>
      edited(document, [...personSchema, 'properties'], (members) => ({
        ...members,
        fodselsdato: { type: 'string' },
      })),
  },
  /** Told once, not once for each of its responses. DELETE is still answered with 405, which it does not say. */
  {
    id: 'DEF-SPEC-OPERATION-IS-ADDED',
    title: 'the published document describes DELETE of the person',
    seam: 'openApiDocument',
    violates: [],
    alsoTrips: ['KRR-SPEC-006'],
    observes: [{ rule: 'KRR-SPEC-004', met: /^added: DELETE$/ }],
    inject: (document) =>
      edited(document, person, (item) => ({
        ...item,
        delete: { operationId: 'deleteUser', responses: { 204: { description: 'No Content' } } },
      })),
  },
  /** Whoever comes without a token gets what no reader of the document expects. */
  {
    id: 'DEF-SPEC-REFUSAL-OF-STRANGERS-IS-NOT-DOCUMENTED',
    title: 'the published document has no 401 of GET',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-006'],
    inject: (document) =>
      edited(document, [...person, 'get', 'responses'], ({ 401: _, ...responses }) => responses),
  },
  /** RFC 9457 on paper, and the server's own shape on the wire. */
  {
    id: 'DEF-SPEC-REFUSALS-ARE-DOCUMENTED-AS-PROBLEMS',
    title: 'the published document says that a 403 of PATCH is application/problem+json',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-006'],
    inject: (document) =>
      edited(document, [...person, 'patch', 'responses', '403'], (response) => ({
        ...response,
        content: { 'application/problem+json': { schema: { type: 'object' } } },
      })),
  },
  /** The page names it first of the two, and it is delivered. */
  {
    id: 'DEF-SPEC-JOSE-IS-NOT-DOCUMENTED',
    title: 'the published document knows no application/jose',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-003', 'KRR-SPEC-006', 'KRR-SPEC-007'],
    inject: (document) =>
      edited(
        document,
        [...person, 'get', 'responses', '200', 'content'],
        ({ 'application/jose': _, ...content }) => content,
      ),
  },
  /** As springdoc writes it for an operation that names none. */
  {
    id: 'DEF-SPEC-ANY-MEDIA-TYPE-IS-DOCUMENTED',
    title: 'the published document says */* of a person',
    seam: 'openApiDocument',
    violates: ['KRR-SPEC-007'],
    inject: (document) =>
      edited(document, [...person, 'get', 'responses', '200'], (response) => ({
        ...response,
        content: { '*/*': { schema: { $ref: '#/components/schemas/PersonResource' } } },
      })),
  },
])
