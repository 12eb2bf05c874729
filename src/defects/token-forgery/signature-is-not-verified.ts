import type { DefectAt } from '../defect.ts'
import { asPresented, isRefusedFor } from './as-presented.ts'

/** Issuer, key and lifetime are in order; nobody asks whether the issuer said so. */
export const signatureIsNotVerified: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-SIGNATURE-IS-NOT-VERIFIED',
  title: "the access token's signature is not verified",
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-005', 'KRR-AUTH-007'],
  inject: (authentication, context) =>
    asPresented(authentication, context, () => isRefusedFor(authentication, 'signature')),
}
