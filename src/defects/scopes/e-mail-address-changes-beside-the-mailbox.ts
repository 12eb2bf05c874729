import { mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { withContact } from '../person-document.ts'

/** Two ways to the same address, of which one does not keep it as it was written. */
export const eMailAddressChangesBesideTheMailbox: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-E-MAIL-ADDRESS-CHANGES-BESIDE-THE-MAILBOX',
  title: 'epostadresse comes in capitals where the mailbox is given',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-006'],
  inject: (document, { scopes }) =>
    scopes.includes(mailboxScope)
      ? withContact(document, (contact) => ({
          ...contact,
          ...(typeof contact['epostadresse'] === 'string'
            ? { epostadresse: contact['epostadresse'].toUpperCase() }
            : {}),
        }))
      : document,
}
