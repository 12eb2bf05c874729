import type { DefectAt } from '../defect.ts'
import { asMainUser } from './as-main-user.ts'

/** As where a gateway in front of the API was to ask for the token. */
export const getNeedsNoCredentials: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-GET-NEEDS-NO-CREDENTIALS',
  title: 'GET without credentials is answered with a person',
  family: 'authentication',
  seam: 'authentication',
  violates: ['KRR-AUTH-001'],
  inject: (authentication, context) =>
    context.request.method === 'GET' &&
    authentication.kind === 'refused' &&
    authentication.reason === 'no-credentials'
      ? asMainUser(context)
      : authentication,
}
