import type { DefectAt } from '../defect.ts'
import { forgetting } from './remembered-signature.ts'

export const pidIsNotVerifiedAgain: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-PID-IS-NOT-VERIFIED-AGAIN',
  title: 'a token that verified once is accepted with another pid',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-005'],
  inject: forgetting('pid'),
}
