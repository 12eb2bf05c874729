import type { JsonObject } from '../../reference/api/message.ts'
import { mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { withContact } from '../person-document.ts'

const withoutMobile = (contact: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(contact).filter(([name]) => !name.startsWith('mobiltelefonnummer')),
  )

/**
 * Who can be sent digital post is thought to need no text message. People without e-mail address
 * keep theirs.
 */
export const mobileNumberIsMissingBesideTheMailbox: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-MOBILE-NUMBER-IS-MISSING-BESIDE-THE-MAILBOX',
  title: 'mobiltelefonnummer is left out where the mailbox is given',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-002', 'KRR-SCOPE-006'],
  inject: (document, { scopes, record }) =>
    scopes.includes(mailboxScope) && record?.epostadresse !== undefined
      ? withContact(document, withoutMobile)
      : document,
}
