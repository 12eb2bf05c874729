import type { DefectAt } from '../defect.ts'
import { asPresented } from './as-presented.ts'
import { isSignedByX5c } from './signed-by-x5c.ts'

/** The certificate is looked at, and nobody asks who issued it. */
export const patchTrustsX5cInTheHeader: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-PATCH-TRUSTS-X5C-IN-THE-HEADER',
  title: 'PATCH verifies a token by the x5c in its own header',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-007'],
  inject: (authentication, context) =>
    asPresented(
      authentication,
      context,
      ({ header }) => context.request.method === 'PATCH' && isSignedByX5c(header, context),
    ),
}
