import type { DefectAt } from '../defect.ts'
import { otherSigner } from './other-signer.ts'

/** A chain of which each link holds, and which ends at the wrong place. */
export const chainLeadsToAStranger: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-CHAIN-LEADS-TO-A-STRANGER',
  title: 'the signing certificate is issued by an authority that nobody trusts',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-006'],
  inject: otherSigner(() => ({ issuedBy: 'stranger' })),
}
