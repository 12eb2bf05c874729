import { languageScope } from '../../reference/api/scopes.ts'
import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** A JWT is a JWS of claims; the page says application/jose. */
export const jwsIsLabelledJwtBesideTheWriteScope: DefectAt<'response'> = {
  id: 'DEF-NEG-JWS-IS-LABELLED-JWT-BESIDE-THE-WRITE-SCOPE',
  title: 'a token with spraak.write gets the JWS with Content-Type: application/jwt',
  family: 'negotiation',
  seam: 'response',
  violates: ['KRR-NEG-009'],
  // No status or type that the document names.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response, { representation, scopes }) =>
    representation === 'application/jose' && scopes.includes(languageScope)
      ? withField(response, 'Content-Type', 'application/jwt')
      : response,
}
