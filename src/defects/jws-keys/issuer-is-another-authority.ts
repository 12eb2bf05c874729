import type { DefectAt } from '../defect.ts'
import { otherSigner } from './other-signer.ts'

const strangersSigner = otherSigner(() => ({ issuedBy: 'stranger' }))

/** The chain of the former supplier, left in the configuration. */
export const issuerIsAnotherAuthority: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-ISSUER-IS-ANOTHER-AUTHORITY',
  title: 'the second certificate in x5c is of an authority that did not issue the first',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-004'],
  async inject(signer, context) {
    const stranger = await strangersSigner(signer, context)
    return { ...signer, x5c: [...signer.x5c.slice(0, 1), ...stranger.x5c.slice(1)] }
  },
}
