import type { DefectAt } from '../defect.ts'
import { asMainUser } from './as-main-user.ts'

/** Whether there is a token is looked at, and not what it is. */
export const anyTokenIsAccepted: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-ANY-TOKEN-IS-ACCEPTED',
  title: 'a Bearer token that is none is accepted',
  family: 'authentication',
  seam: 'authentication',
  violates: ['KRR-AUTH-003'],
  inject: (authentication, context) =>
    authentication.kind === 'refused' && authentication.reason === 'malformed'
      ? asMainUser(context)
      : authentication,
}
