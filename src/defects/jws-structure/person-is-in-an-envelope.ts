import { encodeJson } from '../../reference/api/message.ts'
import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** As claims of an ID token are grouped. Asked with the scope that shows least, so that little else is missed. */
export const personIsInAnEnvelope: DefectAt<'jws'> = {
  id: 'DEF-JWS-PERSON-IS-IN-AN-ENVELOPE',
  title: 'the payload has the person in a member of its own, for spraak.write alone',
  family: 'JWS structure',
  seam: 'jws',
  violates: ['KRR-JWS-009'],
  // The envelope has none of the members that must be there, and one that no other combination has.
  alsoTrips: ['KRR-BODY-001', 'KRR-SCOPE-006', 'KRR-SCOPE-007'],
  inject: ({ header, payload }, context) =>
    isAskedWith(context, 'spraak')
      ? { header, payload: encodeJson({ person: context.document }) }
      : { header, payload },
}
