import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** As a gateway that compresses writes it. */
export const varyNamesTheCodingAloneWhereAJwsMayBeStored: DefectAt<'response'> = {
  id: 'DEF-NEG-VARY-NAMES-THE-CODING-ALONE-WHERE-A-JWS-MAY-BE-STORED',
  title: 'a JWS may be stored, and Vary names Accept-Encoding alone',
  family: 'negotiation',
  seam: 'response',
  violates: ['KRR-NEG-007'],
  alsoTrips: ['KRR-HTTP-010'],
  inject: (response, { representation }) =>
    representation === 'application/jose'
      ? withField(withField(response, 'Vary', 'Accept-Encoding'), 'Cache-Control', 'no-cache')
      : response,
}
