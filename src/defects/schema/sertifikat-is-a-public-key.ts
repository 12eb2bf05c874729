import { X509Certificate } from 'node:crypto'
import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

/** Base64 DER as well, and good for encrypting, yet nothing says whose it is and until when. */
export const sertifikatIsAPublicKey: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-SERTIFIKAT-IS-A-PUBLIC-KEY',
  title: 'sertifikat holds the bare public key of the certificate',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-015'],
  inject: (person) => withText(person, 'sertifikat', publicKeyOf),
}

const publicKeyOf = (sertifikat: string): string =>
  new X509Certificate(Buffer.from(sertifikat, 'base64')).publicKey
    .export({ type: 'spki', format: 'der' })
    .toString('base64')
