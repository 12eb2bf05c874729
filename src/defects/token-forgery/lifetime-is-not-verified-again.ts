import type { DefectAt } from '../defect.ts'
import { forgetting } from './remembered-signature.ts'

export const lifetimeIsNotVerifiedAgain: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-LIFETIME-IS-NOT-VERIFIED-AGAIN',
  title: 'a token that verified once is accepted with a later exp',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-005'],
  inject: forgetting('exp'),
}
