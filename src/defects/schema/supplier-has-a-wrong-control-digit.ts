import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** Nine digits, of no organisation. */
export const supplierHasAWrongControlDigit: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-SUPPLIER-HAS-A-WRONG-CONTROL-DIGIT',
  title: 'postkasseleverandoeradresse ends in a wrong control digit',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-018'],
  inject(person) {
    const mailbox = person['digital_post']
    return isJsonObject(mailbox)
      ? { ...person, digital_post: { ...mailbox, postkasseleverandoeradresse: '984661186' } }
      : person
  },
}
