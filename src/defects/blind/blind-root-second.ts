import type { DefectAt } from '../defect.ts'

export const blindRootSecond: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-BLIND-ROOT-SECOND',
  title: 'x5c has the root before the authority that it certifies',
  family: 'written blind',
  violates: ['KRR-JWS-004'],
  alsoTrips: ['KRR-JWS-006'],
  seam: 'jwsSigner',
  inject: (signer, { pki }) => {
    const root = pki.trustAnchorPem.replace(/-----[^-]+-----|\s/g, '')
    const [leaf, ...authorities] = signer.x5c
    return { ...signer, x5c: [leaf ?? '', root, ...authorities] }
  },
}
