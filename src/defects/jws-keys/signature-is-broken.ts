import type { DefectAt } from '../defect.ts'
import { withSegments } from '../jws-structure/segments.ts'

/** Of the right length and encoding: only verifying it shows the fault. */
export const signatureIsBroken: DefectAt<'jwsCompact'> = {
  id: 'DEF-JWS-SIGNATURE-IS-BROKEN',
  title: 'one bit of the signature is wrong',
  family: 'JWS keys and chain',
  seam: 'jwsCompact',
  violates: ['KRR-JWS-003'],
  inject: (compact) =>
    withSegments(compact, (header, payload, signature) => {
      const octets = Buffer.from(signature, 'base64url')
      octets.writeUInt8(octets.readUInt8(0) ^ 1)
      return [header, payload, octets.toString('base64url')]
    }),
}
