import type { DefectAt } from '../defect.ts'
import { otherSigner } from './other-signer.ts'

/** Whoever pinned the key is the first to hear of it. */
export const keyIsAnotherThanBefore: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-KEY-IS-ANOTHER-THAN-BEFORE',
  title: 'one key signs all answers of the run, and it is another one than in the run before',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  since: 'the run before',
  violates: ['KRR-JWS-011'],
  inject: otherSigner(() => ({ modulusLength: 2048 })),
}
