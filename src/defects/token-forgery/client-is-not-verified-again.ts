import type { DefectAt } from '../defect.ts'
import { forgetting } from './remembered-signature.ts'

export const clientIsNotVerifiedAgain: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-CLIENT-IS-NOT-VERIFIED-AGAIN',
  title: 'a token that verified once is accepted with another client_id and sub',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-005'],
  inject: forgetting('client_id', 'sub'),
}
