import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

export const blindStrangerSignsReserved: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-BLIND-STRANGER-SIGNS-RESERVED',
  title: 'what is said of a reserved person is signed under an authority that no anchor leads to',
  family: 'written blind',
  violates: ['KRR-JWS-006'],
  seam: 'jwsSigner',
  inject: (signer, context) =>
    isOf(context, 'RESERVED') ? context.pki.issueSigner({ issuedBy: 'stranger' }) : signer,
}
