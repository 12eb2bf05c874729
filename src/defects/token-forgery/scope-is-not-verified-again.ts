import type { DefectAt } from '../defect.ts'
import { forgetting } from './remembered-signature.ts'

export const scopeIsNotVerifiedAgain: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-SCOPE-IS-NOT-VERIFIED-AGAIN',
  title: 'a token that verified once is accepted with further scopes',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-005'],
  inject: forgetting('scope'),
}
