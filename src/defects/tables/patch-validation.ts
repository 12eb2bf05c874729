import { encodeJson, isJsonObject } from '../../reference/api/message.ts'
import { withField } from '../changed-response.ts'
import { ofFamily } from '../defect.ts'

/** The `spraak` of a PATCH document where it is a string, whatever was decided about it. */
const sentLanguage = (sent: unknown): string | undefined => {
  const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
  return typeof spraak === 'string' ? spraak : undefined
}

/** Documents that must not take effect and do, or that break the server. */
export const patchValidationDefects = ofFamily('PATCH validation', [
  /** Compared without regard to case, and then not written as it was compared. */
  {
    id: 'DEF-PATCH-CAPITAL-LETTERS-ARE-STORED',
    title: 'NB is stored as it is',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-007', 'KRR-PATCH-015'],
    inject: (decision, { sent }) =>
      sentLanguage(sent) === 'NB' ? { kind: 'accepted', spraak: 'NB' } : decision,
  },
  /** What the document before this one had as a language is none any more. */
  {
    id: 'DEF-PATCH-EMPTY-LANGUAGE-IS-REFUSED',
    title: 'an empty spraak is refused',
    seam: 'patchDecision',
    violates: [],
    observes: [{ rule: 'KRR-PATCH-016', met: 'refused with 422' }],
    inject: (decision, { sent }) =>
      sentLanguage(sent) === ''
        ? { kind: 'refused', status: 422, description: 'spraak must be nb, nn, en or se' }
        : decision,
  },
  /** Taken for no choice at all, and kept as one. */
  {
    id: 'DEF-PATCH-EMPTY-LANGUAGE-IS-STORED',
    title: 'an empty spraak is accepted and stored',
    seam: 'patchEffect',
    violates: [],
    observes: [{ rule: 'KRR-PATCH-016', met: 'accepted, and stored as an empty string' }],
    alsoTrips: ['KRR-BODY-026'],
    inject: (changed, { decision, record }) =>
      decision.kind === 'accepted' && decision.spraak === '' && record !== undefined
        ? { ...record, spraak: '' }
        : changed,
  },
  /** Said no, and done all the same. */
  {
    id: 'DEF-PATCH-REFUSED-EMPTY-LANGUAGE-REMOVES-IT',
    title: 'an empty spraak is refused, and the language is gone',
    seam: 'response',
    violates: ['KRR-PATCH-007'],
    inject: (response, { request }) =>
      response.status === 204 && new TextDecoder().decode(request.content) === '{"spraak":""}'
        ? {
            ...withField(response, 'Content-Type', 'application/json'),
            status: 422,
            content: encodeJson({ errors: [{ status: '422', title: 'Invalid value' }] }),
          }
        : response,
  },
  /** A language of ISO 639-1, and none of the four. */
  {
    id: 'DEF-PATCH-GERMAN-IS-STORED',
    title: 'de is accepted and stored',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-007', 'KRR-PATCH-015'],
    inject: (decision, { sent }) =>
      sentLanguage(sent) === 'de' ? { kind: 'accepted', spraak: 'de' } : decision,
  },
  /** The column is two characters wide, and the database says so. */
  {
    id: 'DEF-PATCH-LONG-LANGUAGE-IS-500',
    title: 'a spraak of 10 000 characters is answered with 500',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-007', 'KRR-PATCH-015', 'KRR-ERR-001'],
    // A status that the document does not name.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (decision, { request, sent }) =>
      (sentLanguage(sent) ?? '').length > 100 && !request.contentIsTooLarge
        ? { kind: 'refused', status: 500, description: 'The language could not be changed' }
        : decision,
  },
  /** Saved first and looked at afterwards: the answer tells nothing. */
  {
    id: 'DEF-PATCH-REFUSED-LANGUAGE-IS-STORED',
    title: 'nob is answered with 400 and stored',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-007'],
    inject: (stored, { sent }) =>
      stored !== undefined && sentLanguage(sent) === 'nob' ? { ...stored, spraak: 'nob' } : stored,
  },
])
