import { encodeText } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

export const blindAddressTwice: DefectAt<'jws'> = {
  id: 'DEF-BODY-BLIND-ADDRESS-TWICE',
  title: 'in the JWS, kontaktinformasjon has epostadresse twice',
  family: 'written blind',
  violates: ['KRR-BODY-023'],
  alsoTrips: ['KRR-JWS-009'],
  seam: 'jws',
  inject: ({ header, payload }) => {
    const text = new TextDecoder().decode(payload)
    const doubled = text.replace(/"epostadresse":"[^"]*",/, '$&$&')
    return { header, payload: encodeText(doubled) }
  },
}
