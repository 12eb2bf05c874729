import { fieldValue, isJsonObject } from '../../reference/api/message.ts'
import { ofFamily } from '../defect.ts'

/** The `spraak` of a PATCH document where it is a string, whatever was decided about it. */
const sentLanguage = (sent: unknown): string | undefined => {
  const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
  return typeof spraak === 'string' ? spraak : undefined
}

/** Faults of the documents that a PATCH may send. */
export const patchDocumentsDefects = ofFamily('PATCH validation', [
  /** Nothing was asked for and nothing done; and yet it was no JSON. */
  {
    id: 'DEF-PATCH-EMPTY-DOCUMENT-IS-ACCEPTED',
    title: 'an empty document is answered with 204 and changes nothing',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-009'],
    inject: (decision, { request, record }) =>
      request.content.length === 0 && record?.spraak !== undefined
        ? { kind: 'accepted', spraak: record.spraak }
        : decision,
  },
  /** Taken for a language that is missing, while the answer is already on its way. */
  {
    id: 'DEF-PATCH-MALFORMED-JSON-ERASES-THE-LANGUAGE',
    title: 'a document that is no JSON is refused, and the language is gone',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-009'],
    inject(stored, { request, sent }) {
      if (stored === undefined || sent !== undefined || request.contentIsTooLarge) return stored
      const { spraak: _, ...others } = stored
      return others
    },
  },
  /** The parser's exception is nobody's. */
  {
    id: 'DEF-PATCH-MALFORMED-JSON-IS-500',
    title: 'a document that is no JSON is answered with 500',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-009', 'KRR-ERR-001'],
    // A status that the document does not name.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (decision, { request, sent }) =>
      sent === undefined && !request.contentIsTooLarge
        ? { kind: 'refused', status: 500, description: 'The language could not be changed' }
        : decision,
  },
  /** A lenient parser in the place of a strict one. */
  {
    id: 'DEF-PATCH-MALFORMED-JSON-IS-MENDED',
    title: 'a document that lacks its last brace is mended and stored',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-009'],
    inject(decision, { request, sent }) {
      const text = Buffer.from(request.content).toString('utf8')
      const [, spraak] = /^\{"spraak":"(nb|nn|en|se)"$/.exec(text) ?? []
      return sent === undefined && spraak !== undefined ? { kind: 'accepted', spraak } : decision
    },
  },
  /** A parser that unwraps lists of one. */
  {
    id: 'DEF-PATCH-ARRAY-GIVES-ITS-FIRST-ELEMENT',
    title: 'of an array as spraak the first element is stored',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-008'],
    inject(decision, { sent }) {
      const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
      const first: unknown = Array.isArray(spraak) ? spraak[0] : undefined
      return typeof first === 'string' ? { kind: 'accepted', spraak: first } : decision
    },
  },
  /** Saved first and looked at afterwards. */
  {
    id: 'DEF-PATCH-BOOLEAN-IS-STORED-AS-ITS-TEXT',
    title: 'a boolean as spraak is refused and stored as its text',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-008'],
    inject(stored, { sent }) {
      const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
      return stored !== undefined && typeof spraak === 'boolean'
        ? { ...stored, spraak: String(spraak) }
        : stored
    },
  },
  /** Content that was cut off is taken for content without a language. */
  {
    id: 'DEF-PATCH-LARGE-DOCUMENT-ERASES-THE-LANGUAGE',
    title: 'a document of 1 MiB is refused, and the language is gone',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-012'],
    inject(stored, { request }) {
      if (stored === undefined || !request.contentIsTooLarge) return stored
      const { spraak: _, ...others } = stored
      return others
    },
  },
  /** The limit of a buffer that nobody meant to set. */
  {
    id: 'DEF-PATCH-LARGE-DOCUMENT-IS-500',
    title: 'a document of 1 MiB is answered with 500',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-012'],
    // A status that the document does not name.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (decision, { request }) =>
      request.contentIsTooLarge
        ? { kind: 'refused', status: 500, description: 'The language could not be changed' }
        : decision,
  },
  /** A handler for one that was made of a handler for many. */
  {
    id: 'DEF-PATCH-LIST-DOCUMENT-IS-APPLIED',
    title: 'an array as the document is accepted, and its first element stored',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-008'],
    inject(decision, { sent }) {
      const spraak = Array.isArray(sent) ? sentLanguage(sent[0]) : undefined
      return spraak === undefined ? decision : { kind: 'accepted', spraak }
    },
  },
  /** What the document lacks is taken for what it wants to be gone. */
  {
    id: 'DEF-PATCH-NO-MEMBERS-ERASE-THE-LANGUAGE',
    title: 'a document without members erases the language',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-008'],
    inject(stored, { sent }) {
      if (stored === undefined || !isJsonObject(sent) || Object.keys(sent).length > 0) return stored
      const { spraak: _, ...others } = stored
      return others
    },
  },
  /** As JSON Merge Patch would have it; nobody can choose no language here. */
  {
    id: 'DEF-PATCH-NULL-ERASES-THE-LANGUAGE',
    title: 'null as spraak erases the language',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-008'],
    inject(stored, { sent }) {
      if (stored === undefined || !isJsonObject(sent) || sent['spraak'] !== null) return stored
      const { spraak: _, ...others } = stored
      return others
    },
  },
  /** A binding that makes text of whatever it gets. */
  {
    id: 'DEF-PATCH-NUMBER-IS-STORED-AS-ITS-TEXT',
    title: 'a number as spraak is stored as its text',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-008'],
    inject(decision, { sent }) {
      const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
      return typeof spraak === 'number' ? { kind: 'accepted', spraak: String(spraak) } : decision
    },
  },
  /** A cast that fails where nobody catches it. */
  {
    id: 'DEF-PATCH-OBJECT-AS-LANGUAGE-IS-500',
    title: 'an object as spraak is answered with 500',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-008', 'KRR-ERR-001'],
    // A status that the document does not name.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (decision, { sent }) =>
      isJsonObject(sent) && isJsonObject(sent['spraak'])
        ? { kind: 'refused', status: 500, description: 'The language could not be changed' }
        : decision,
  },
  /** Refused, and not for what is wrong with it. */
  {
    id: 'DEF-PATCH-OTHER-MEDIA-TYPES-ARE-400',
    title: 'a document of another media type is refused with 400',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-011'],
    inject: (decision) =>
      decision.kind === 'refused' && decision.status === 415
        ? { ...decision, status: 400 }
        : decision,
  },
  /** Whatever parses is JSON, whatever it is said to be: a form of another site may send that. */
  {
    id: 'DEF-PATCH-PLAIN-TEXT-IS-STORED',
    title: 'a document sent as text/plain is accepted and stored',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-011'],
    inject(decision, { request, sent }) {
      const spraak = sentLanguage(sent)
      return spraak !== undefined && fieldValue(request, 'content-type') === 'text/plain'
        ? { kind: 'accepted', spraak }
        : decision
    },
  },
  /** The only member there is needs no name. */
  {
    id: 'DEF-PATCH-STRING-DOCUMENT-IS-STORED',
    title: 'a string as the document is accepted and stored as spraak',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-008'],
    inject: (decision, { sent }) =>
      typeof sent === 'string' ? { kind: 'accepted', spraak: sent } : decision,
  },
  /** Who asked believes that it was done. */
  {
    id: 'DEF-PATCH-UNKNOWN-LANGUAGE-IS-IGNORED',
    title: 'de is answered with 204 and not stored',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-015'],
    inject: (decision, { sent, record }) =>
      sentLanguage(sent) === 'de' && record?.spraak !== undefined
        ? { kind: 'accepted', spraak: record.spraak }
        : decision,
  },
  /** There is a reader for XML, and the document is none. */
  {
    id: 'DEF-PATCH-XML-IS-500',
    title: 'a document sent as application/xml is answered with 500',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-011', 'KRR-ERR-001'],
    // A status that the document does not name.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (decision, { request }) =>
      fieldValue(request, 'content-type') === 'application/xml'
        ? { kind: 'refused', status: 500, description: 'The language could not be changed' }
        : decision,
  },
])
