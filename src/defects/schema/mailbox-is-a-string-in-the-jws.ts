import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** The signed representation is made by other code, which writes the mailbox as its address alone. */
export const mailboxIsAStringInTheJws: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-MAILBOX-IS-A-STRING-IN-THE-JWS',
  title: 'digital_post is a string in application/jose',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-001', 'KRR-SPEC-005', 'KRR-NEG-003'],
  inject(person, { representation }) {
    const mailbox = person['digital_post']
    return representation === 'application/jose' && isJsonObject(mailbox)
      ? { ...person, digital_post: mailbox['postkasseadresse'] }
      : person
  },
}
