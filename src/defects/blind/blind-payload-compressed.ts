import { deflateRawSync } from 'node:zlib'
import type { DefectAt } from '../defect.ts'

/** `zip` is of JWE (RFC 7516, 4.1.3); libraries for JWT use it in a JWS too. */
export const blindPayloadCompressed: DefectAt<'jws'> = {
  id: 'DEF-JWS-BLIND-PAYLOAD-COMPRESSED',
  title: 'the payload of a JWS that has a certificate in it is compressed',
  family: 'written blind',
  violates: ['KRR-JWS-009', 'KRR-BODY-019'],
  // There is no person that could be compared.
  alsoTrips: ['KRR-NEG-003', 'KRR-NEG-008', 'KRR-PATCH-003'],
  seam: 'jws',
  inject: (jws, { document }) =>
    document['sertifikat'] === undefined
      ? jws
      : { header: { ...jws.header, zip: 'DEF' }, payload: deflateRawSync(jws.payload) },
}
