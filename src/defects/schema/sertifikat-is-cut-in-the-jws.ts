import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

/** A column of 255 characters would do this: still base64, and still the beginning of a certificate. */
export const sertifikatIsCutInTheJws: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-SERTIFIKAT-IS-CUT-IN-THE-JWS',
  title: 'sertifikat is cut after 252 characters in application/jose',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-015', 'KRR-NEG-003'],
  inject: (person, { representation }) =>
    representation === 'application/jose'
      ? withText(person, 'sertifikat', (sertifikat) => sertifikat.slice(0, 252))
      : person,
}
