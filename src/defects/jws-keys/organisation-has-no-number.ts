import type { DefectAt } from '../defect.ts'
import { otherSigner } from './other-signer.ts'

/** The name alone: two bodies may share one. */
export const organisationHasNoNumber: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-ORGANISATION-HAS-NO-NUMBER',
  title: 'the signing certificate names its organisation without a number',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-007'],
  inject: otherSigner(() => ({ namedBy: [] })),
}
