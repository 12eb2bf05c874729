import type { DefectAt } from '../defect.ts'
import { asPresented, isRefusedFor } from './as-presented.ts'

/** Reading is safe; whoever writes may sign for themselves. */
export const patchDoesNotVerifyTheSignature: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-PATCH-DOES-NOT-VERIFY-THE-SIGNATURE',
  title: "PATCH does not verify the access token's signature",
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-005', 'KRR-AUTH-007'],
  inject: (authentication, context) =>
    asPresented(
      authentication,
      context,
      () => context.request.method === 'PATCH' && isRefusedFor(authentication, 'signature'),
    ),
}
