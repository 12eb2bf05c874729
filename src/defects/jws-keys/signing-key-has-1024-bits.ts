import type { DefectAt } from '../defect.ts'
import { otherSigner } from './other-signer.ts'

/** It verifies, and RFC 7518, 3.3 wants 2048 bits. */
export const signingKeyHas1024Bits: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-SIGNING-KEY-HAS-1024-BITS',
  title: 'the signing key is RSA of 1024 bits',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-005'],
  inject: otherSigner(() => ({ modulusLength: 1024 })),
}
