import type { DefectAt } from '../defect.ts'
import { atOnce } from './at-once.ts'

/** A lock that is not waited for. */
export const secondOfTwoAtOnceIs500: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-SECOND-OF-TWO-AT-ONCE-IS-500',
  title: 'the second of two changes at once is answered with 500',
  family: 'PATCH effect',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-013'],
  // A status that the document does not name.
  alsoTrips: ['KRR-SPEC-006'],
  inject: async (decision, { people }) =>
    decision.kind === 'accepted' && (await atOnce(people)) === 'second'
      ? { kind: 'refused', status: 500, description: 'The language could not be changed' }
      : decision,
}
