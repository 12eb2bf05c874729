import type { DefectAt } from '../defect.ts'
import { asMainUser } from './as-main-user.ts'

/** The token is parsed where the person is read, and only there. */
export const patchAcceptsAnyToken: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-PATCH-ACCEPTS-ANY-TOKEN',
  title: 'PATCH accepts a Bearer token that is none',
  family: 'authentication',
  seam: 'authentication',
  violates: ['KRR-AUTH-003'],
  inject: (authentication, context) =>
    context.request.method === 'PATCH' &&
    authentication.kind === 'refused' &&
    authentication.reason === 'malformed'
      ? asMainUser(context)
      : authentication,
}
