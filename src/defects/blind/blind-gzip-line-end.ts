import { acceptsGzip } from '../../reference/api/negotiate.ts'
import type { DefectAt } from '../defect.ts'

export const blindGzipLineEnd: DefectAt<'jwsCompact'> = {
  id: 'DEF-JWS-BLIND-GZIP-LINE-END',
  title: 'a JWS in gzip ends with a line end',
  family: 'written blind',
  violates: ['KRR-JWS-001'],
  // What is no JWS is no person either.
  alsoTrips: ['KRR-NEG-008'],
  seam: 'jwsCompact',
  inject: (compact, { request }) => (acceptsGzip(request) ? `${compact}\r\n` : compact),
}
