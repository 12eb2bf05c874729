import type { DefectAt } from '../defect.ts'

/** Decoders drop them, so that it verifies; yet the same octets have one encoding only. */
export const signatureHasBitsLeftOver: DefectAt<'jwsCompact'> = {
  id: 'DEF-JWS-SIGNATURE-HAS-BITS-LEFT-OVER',
  title: 'the last character of the signature has bits set that belong to no octet',
  family: 'JWS structure',
  seam: 'jwsCompact',
  violates: ['KRR-JWS-001'],
  inject: (compact) => `${compact.slice(0, -1)}${nextLetter[compact.slice(-1)] ?? ''}`,
}

/** 256 octets leave four bits unused in the last character: each of these differs in the lowest. */
const nextLetter: Readonly<Record<string, string>> = { A: 'B', Q: 'R', g: 'h', w: 'x' }
