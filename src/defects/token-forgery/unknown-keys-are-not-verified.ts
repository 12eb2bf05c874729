import type { DefectAt } from '../defect.ts'
import { asPresented, isRefusedFor } from './as-presented.ts'

/** As where the issuer might just have changed its keys. */
export const unknownKeysAreNotVerified: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-UNKNOWN-KEYS-ARE-NOT-VERIFIED',
  title: 'a token whose kid is unknown is not verified',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-007'],
  inject: (authentication, context) =>
    asPresented(
      authentication,
      context,
      ({ header }) =>
        isRefusedFor(authentication, 'signature') &&
        header['kid'] !== undefined &&
        !context.jwks.keys.some(({ kid }) => kid === header['kid']),
    ),
}
