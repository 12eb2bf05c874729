import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'
import { otherSigner } from './other-signer.ts'

const newSigner = otherSigner(() => ({ modulusLength: 2048 }))

/** One of two nodes was left out when the key was changed. */
export const keyIsAnotherForOneCombination: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-KEY-IS-ANOTHER-FOR-ONE-COMBINATION',
  title: 'another key signs for kontaktinformasjon.read with spraak.write',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-011'],
  inject: (signer, context) =>
    isAskedWith(context, 'kontaktinformasjon', 'spraak') ? newSigner(signer, context) : signer,
}
