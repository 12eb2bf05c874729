import type { DefectAt } from '../defect.ts'

/** Signed as it should be; application/jose is the compact form (RFC 7515, 9.2.1). */
export const jwsIsInTheJsonSerialization: DefectAt<'jwsCompact'> = {
  id: 'DEF-NEG-JWS-IS-IN-THE-JSON-SERIALIZATION',
  title: 'the JWS comes in the flattened JSON serialization',
  family: 'negotiation',
  seam: 'jwsCompact',
  violates: ['KRR-NEG-002'],
  inject: (compact) => {
    const [header, payload, signature] = compact.split('.')
    return JSON.stringify({ protected: header, payload, signature })
  },
}
