import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** An asymmetric signature by its name, and made by another algorithm. */
export const algIsAnotherHash: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-ALG-IS-ANOTHER-HASH',
  title: 'alg is RS512 over an RS256 signature',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-003'],
  inject: (signer, context) =>
    isAskedWith(context, 'digitalpost') ? { ...signer, alg: 'RS512' } : signer,
}
