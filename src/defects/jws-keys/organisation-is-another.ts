import type { DefectAt } from '../defect.ts'
import { otherSigner } from './other-signer.ts'

/** A supplier signed with a certificate of its own. */
export const organisationIsAnother: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-ORGANISATION-IS-ANOTHER',
  title: 'the signing certificate is of another organisation',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-007'],
  inject: otherSigner(() => ({ organisationNumber: '889640782' })),
}
