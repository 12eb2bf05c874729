import type { DefectAt } from '../defect.ts'

const unsecuredHeader = Buffer.from('{"alg":"none"}').toString('base64url')

/** RFC 7519, 6 knows such tokens; from a token endpoint with this client they are none. */
export const idTokenIsNotSigned: DefectAt<'idTokenCompact'> = {
  id: 'DEF-OP-ID-TOKEN-IS-NOT-SIGNED',
  title: 'the ID token has alg none and no signature',
  family: 'OpenID provider',
  seam: 'idTokenCompact',
  violates: ['KRR-OP-006'],
  inject: (compact) => `${unsecuredHeader}.${compact.split('.')[1]}.`,
}
