import { certificatePem } from '../../reference/pki/pem.ts'
import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

/** Digdir's own client once had to cope with it: it parses, if somebody takes the armour off. */
export const sertifikatIsInPem: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-SERTIFIKAT-IS-IN-PEM',
  title: 'sertifikat has PEM armour around it',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-016'],
  inject: (person) =>
    withText(person, 'sertifikat', (sertifikat) =>
      certificatePem(Buffer.from(sertifikat, 'base64')),
    ),
}
