import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'
import { withClaims } from './claims.ts'

/** A node whose clock is fast, asked with one combination of scopes. */
export const iatIsInTheFuture: DefectAt<'jws'> = {
  id: 'DEF-JWS-IAT-IS-IN-THE-FUTURE',
  title: 'iat in the payload is in ten minutes, for kontaktinformasjon.read with digitalpost.read',
  family: 'JWS structure',
  seam: 'jws',
  violates: ['KRR-JWS-010'],
  inject: (jws, context) =>
    isAskedWith(context, 'kontaktinformasjon', 'digitalpost')
      ? withClaims(jws, context, (now) => ({ iat: now + 600 }))
      : jws,
}
