import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

/** Lenient parsers take the first certificate and do not mind what stands behind it. */
export const sertifikatComesWithItsIssuer: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-SERTIFIKAT-COMES-WITH-ITS-ISSUER',
  title: "sertifikat holds two certificates, the second one its issuer's",
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-015'],
  inject: (person, { pki }) =>
    withText(person, 'sertifikat', (sertifikat) => {
      const [, issuer = ''] = pki.signer.x5c
      const both = [sertifikat, issuer].map((text) => Buffer.from(text, 'base64'))
      return Buffer.concat(both).toString('base64')
    }),
}
