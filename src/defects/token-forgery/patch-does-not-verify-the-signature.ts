import type { DefectAt } from '../defect.ts'

/** Reading is safe; whoever writes may sign for themselves. */
export const patchDoesNotVerifyTheSignature: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-PATCH-DOES-NOT-VERIFY-THE-SIGNATURE',
  title: "PATCH does not verify the access token's signature",
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-005'],
  inject: (authentication, { presented, request }) =>
    request.method === 'PATCH' &&
    authentication.kind === 'refused' &&
    authentication.reason === 'signature' &&
    presented !== undefined
      ? { kind: 'accepted', claims: presented.claims }
      : authentication,
}
