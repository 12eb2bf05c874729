import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'
import { segmentOf, withSegments } from './segments.ts'

/** RFC 7518, 3.6: integrity then has to come from elsewhere. */
export const algIsNone: DefectAt<'jwsCompact'> = {
  id: 'DEF-JWS-ALG-IS-NONE',
  title: 'alg is none, and there is no signature, for kontaktinformasjon.read alone',
  family: 'JWS structure',
  seam: 'jwsCompact',
  violates: ['KRR-JWS-002'],
  inject: (compact, context) =>
    isAskedWith(context, 'kontaktinformasjon')
      ? withSegments(compact, (_, payload) => [
          segmentOf({ alg: 'none', x5c: context.signer.x5c }),
          payload,
          '',
        ])
      : compact,
}
