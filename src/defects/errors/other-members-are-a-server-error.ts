import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** The database refuses what the server passed on; nothing is stored. */
export const otherMembersAreAServerError: DefectAt<'patchDecision'> = {
  id: 'DEF-ERR-OTHER-MEMBERS-ARE-A-SERVER-ERROR',
  title: 'a PATCH that names another member than spraak is answered with 500',
  family: 'errors and disclosure',
  seam: 'patchDecision',
  violates: ['KRR-ERR-001'],
  // No status or type that the document names.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (decision, { sent }) =>
    decision.kind === 'refused' &&
    isJsonObject(sent) &&
    Object.keys(sent).length > 0 &&
    !('spraak' in sent)
      ? { ...decision, status: 500 }
      : decision,
}
