import type { DefectAt } from '../defect.ts'
import { asMainUser } from './as-main-user.ts'

/** Reading is protected, and writing was forgotten. */
export const patchNeedsNoCredentials: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-PATCH-NEEDS-NO-CREDENTIALS',
  title: 'PATCH without credentials changes the language',
  family: 'authentication',
  seam: 'authentication',
  violates: ['KRR-AUTH-001'],
  inject: (authentication, context) =>
    context.request.method === 'PATCH' &&
    authentication.kind === 'refused' &&
    authentication.reason === 'no-credentials'
      ? asMainUser(context)
      : authentication,
}
