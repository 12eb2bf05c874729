import type { DefectAt } from '../defect.ts'
import { withSegments } from '../jws-structure/segments.ts'

/** Of one person in a state that few callers meet. */
export const signatureOfTheDeletedIsBroken: DefectAt<'jwsCompact'> = {
  id: 'DEF-JWS-SIGNATURE-OF-THE-DELETED-IS-BROKEN',
  title: 'one bit of the signature is wrong for a person whose status is SLETTET',
  family: 'JWS keys and chain',
  seam: 'jwsCompact',
  violates: ['KRR-JWS-003'],
  inject: (compact, { record }) =>
    record?.status === 'SLETTET'
      ? withSegments(compact, (header, payload, signature) => {
          const octets = Buffer.from(signature, 'base64url')
          octets.writeUInt8(octets.readUInt8(0) ^ 1)
          return [header, payload, octets.toString('base64url')]
        })
      : compact,
}
