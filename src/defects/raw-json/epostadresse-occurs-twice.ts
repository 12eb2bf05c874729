import { encodeText } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** Inside another object, the former address first: who takes the last one sees nothing wrong. */
export const epostadresseOccursTwice: DefectAt<'jsonContent'> = {
  id: 'DEF-BODY-EPOSTADRESSE-OCCURS-TWICE',
  title: 'kontaktinformasjon holds the former epostadresse before the present one',
  family: 'raw JSON',
  seam: 'jsonContent',
  violates: ['KRR-BODY-023'],
  inject(json, { representation }) {
    if (representation === 'application/jose') return json
    const text = Buffer.from(json).toString('utf8')
    return encodeText(
      text.replace('"epostadresse":', '"epostadresse":"former@example.com","epostadresse":'),
    )
  },
}
