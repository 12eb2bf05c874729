import { contactScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'

/** The filter for who cannot be notified takes everybody who has asked for varslingsstatus. */
export const mailboxIsMissingBesideContactData: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-MAILBOX-IS-MISSING-BESIDE-CONTACT-DATA',
  title: 'the mailbox is left out where contact data are given',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-004', 'KRR-SCOPE-006'],
  inject: (document, { scopes }) =>
    scopes.includes(contactScope)
      ? without(without(document, 'digital_post'), 'sertifikat')
      : document,
}
