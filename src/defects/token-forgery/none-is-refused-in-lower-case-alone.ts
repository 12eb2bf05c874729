import type { DefectAt } from '../defect.ts'
import { asPresented } from './as-presented.ts'

/** A list of what is forbidden, and a library that reads names without regard to case. */
export const noneIsRefusedInLowerCaseAlone: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-NONE-IS-REFUSED-IN-LOWER-CASE-ALONE',
  title: 'alg none is refused in lower case alone',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-006'],
  inject: (authentication, context) =>
    asPresented(
      authentication,
      context,
      ({ header }) => header['alg'] !== 'none' && /^none$/i.test(String(header['alg'])),
    ),
}
