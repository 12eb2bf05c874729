import type { DefectAt } from '../defect.ts'

const withAnotherSignature = (compact: string): string => {
  const [header, payload, signature = ''] = compact.split('.')
  const octets = Buffer.from(signature, 'base64url')
  octets.writeUInt8(octets.readUInt8(octets.length - 1) ^ 1, octets.length - 1)
  return [header, payload, octets.toString('base64url')].join('.')
}

/** It is still base64url, and as long as a signature by this key is. */
export const idTokenSignatureIsBroken: DefectAt<'idTokenCompact'> = {
  id: 'DEF-OP-ID-TOKEN-SIGNATURE-IS-BROKEN',
  title: "one bit of the ID token's signature is wrong",
  family: 'OpenID provider',
  seam: 'idTokenCompact',
  violates: ['KRR-OP-006'],
  inject: withAnotherSignature,
}
