import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** Shown to people it would do. */
export const supplierIsItsNameInTheJws: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-SUPPLIER-IS-ITS-NAME-IN-THE-JWS',
  title: "postkasseleverandoeradresse is the supplier's name in application/jose",
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-018', 'KRR-NEG-003'],
  inject(person, { representation }) {
    const mailbox = person['digital_post']
    return representation === 'application/jose' && isJsonObject(mailbox)
      ? { ...person, digital_post: { ...mailbox, postkasseleverandoeradresse: 'Digipost' } }
      : person
  },
}
