import { withField, withoutField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** A browser shows the JSON again where the JWS was asked for. */
export const varyIsMissingWhereJsonMayBeStored: DefectAt<'response'> = {
  id: 'DEF-NEG-VARY-IS-MISSING-WHERE-JSON-MAY-BE-STORED',
  title: 'JSON may be stored, and Vary does not name Accept',
  family: 'negotiation',
  seam: 'response',
  violates: ['KRR-NEG-007'],
  alsoTrips: ['KRR-HTTP-010'],
  inject: (response, { representation }) =>
    representation === 'application/json'
      ? withField(withoutField(response, 'Vary'), 'Cache-Control', 'private, max-age=60')
      : response,
}
