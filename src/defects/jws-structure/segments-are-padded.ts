import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** Base64url as RFC 4648 has it; JOSE leaves the padding out. */
export const segmentsArePadded: DefectAt<'jwsCompact'> = {
  id: 'DEF-JWS-SEGMENTS-ARE-PADDED',
  title: 'the signature is padded with =',
  family: 'JWS structure',
  seam: 'jwsCompact',
  violates: ['KRR-JWS-001'],
  inject: (compact, context) =>
    isAskedWith(context, 'kontaktinformasjon') ? `${compact}==` : compact,
}
