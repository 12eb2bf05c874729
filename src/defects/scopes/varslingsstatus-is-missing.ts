import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'

/** The contact data come without the word on whether they may be used. */
export const varslingsstatusIsMissing: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-VARSLINGSSTATUS-IS-MISSING',
  title: 'varslingsstatus is left out',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-002'],
  // Of whom has expired nothing then says why the mailbox is filtered.
  alsoTrips: ['KRR-SCOPE-004'],
  inject: (document) => without(document, 'varslingsstatus'),
}
