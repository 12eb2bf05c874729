import type { DefectAt } from '../defect.ts'
import { asPresented, isRefusedFor } from './as-presented.ts'

/** As in libraries that compare no more octets than there are. */
export const emptySignatureIsAccepted: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-EMPTY-SIGNATURE-IS-ACCEPTED',
  title: 'an empty signature is taken for one that verifies',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-005'],
  inject: (authentication, context) =>
    asPresented(
      authentication,
      context,
      () =>
        isRefusedFor(authentication, 'signature') &&
        context.credentials?.token.endsWith('.') === true,
    ),
}
