import type { DefectAt } from '../defect.ts'
import { otherSigner } from './other-signer.ts'

const newSigner = otherSigner(() => ({ modulusLength: 2048 }))

/** Answers of the cache were signed before the key was changed; what is written anew is not among them. */
export const keyIsAnotherAfterAChange: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-KEY-IS-ANOTHER-AFTER-A-CHANGE',
  title: 'another key signs once the language has been changed',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-011'],
  inject: (signer, context) =>
    context.record?.spraak === 'en' ? newSigner(signer, context) : signer,
}
