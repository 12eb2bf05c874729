import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'

/** The published schema requires nothing of a mailbox; the concept catalogue says that both are there. */
export const mailboxWithoutItsSupplier: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-MAILBOX-WITHOUT-ITS-SUPPLIER',
  title: 'digital_post has no postkasseleverandoeradresse',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-001'],
  inject(person) {
    const mailbox = person['digital_post']
    return isJsonObject(mailbox)
      ? { ...person, digital_post: without(mailbox, 'postkasseleverandoeradresse') }
      : person
  },
}
