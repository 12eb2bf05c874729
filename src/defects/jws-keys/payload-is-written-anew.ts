import type { DefectAt } from '../defect.ts'
import { segmentOf, withSegments } from '../jws-structure/segments.ts'

/** The same person, and other octets than those that were signed. */
export const payloadIsWrittenAnew: DefectAt<'jwsCompact'> = {
  id: 'DEF-JWS-PAYLOAD-IS-WRITTEN-ANEW',
  title: 'the payload is written anew, members sorted, after it was signed',
  family: 'JWS keys and chain',
  seam: 'jwsCompact',
  violates: ['KRR-JWS-003'],
  inject: (compact, { document }) =>
    withSegments(compact, (header, _, signature) => [
      header,
      segmentOf(Object.fromEntries(Object.entries(document).toSorted())),
      signature,
    ]),
}
