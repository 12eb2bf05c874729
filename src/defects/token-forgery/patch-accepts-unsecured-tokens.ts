import type { DefectAt } from '../defect.ts'
import { asPresented } from './as-presented.ts'

/** Two handlers, two set-ups of the same library. */
export const patchAcceptsUnsecuredTokens: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-PATCH-ACCEPTS-UNSECURED-TOKENS',
  title: 'PATCH accepts a token with alg none',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-006'],
  inject: (authentication, context) =>
    asPresented(
      authentication,
      context,
      ({ header }) => context.request.method === 'PATCH' && header['alg'] === 'none',
    ),
}
