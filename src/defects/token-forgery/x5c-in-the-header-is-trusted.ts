import type { DefectAt } from '../defect.ts'
import { asPresented } from './as-presented.ts'
import { isSignedByX5c } from './signed-by-x5c.ts'

/** A certificate that anybody can issue to themselves. */
export const x5cInTheHeaderIsTrusted: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-X5C-IN-THE-HEADER-IS-TRUSTED',
  title: 'a token is verified by the x5c in its own header',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-007'],
  inject: (authentication, context) =>
    asPresented(authentication, context, ({ header }) => isSignedByX5c(header, context)),
}
