import type { DefectAt } from '../defect.ts'

/** PKCE is asked for and stored, and compared with nothing. */
export const anyCodeVerifierIsAccepted: DefectAt<'codeVerifierCheck'> = {
  id: 'DEF-OP-ANY-CODE-VERIFIER-IS-ACCEPTED',
  title: 'a code is exchanged whatever its code_verifier is',
  family: 'OpenID provider',
  seam: 'codeVerifierCheck',
  violates: ['KRR-OP-011'],
  inject: () => 'accepted',
}
