import type { DefectAt } from '../defect.ts'
import { day, otherSigner } from './other-signer.ts'

/** The new one, put in place a day early. */
export const signingCertificateIsNotValidYet: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-SIGNING-CERTIFICATE-IS-NOT-VALID-YET',
  title: 'the signing certificate is valid from tomorrow',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-005'],
  inject: otherSigner((now) => ({ notBefore: new Date(now + day) })),
}
