import type { DefectAt } from '../defect.ts'
import { asPresented } from './as-presented.ts'
import { isMacByPublicKey } from './mac-by-public-key.ts'

/** Two handlers, two set-ups of the same library. */
export const patchTakesThePublicKeyForASecret: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-PATCH-TAKES-THE-PUBLIC-KEY-FOR-A-SECRET',
  title: "PATCH verifies HS256 with the PEM of the issuer's public key",
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-008'],
  inject: (authentication, context) =>
    asPresented(
      authentication,
      context,
      ({ header }) => context.request.method === 'PATCH' && isMacByPublicKey(header, context),
    ),
}
