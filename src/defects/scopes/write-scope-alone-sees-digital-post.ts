import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** The scope opens nothing for reading, and most of all not a mailbox. */
export const writeScopeAloneSeesDigitalPost: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-WRITE-SCOPE-ALONE-SEES-DIGITAL-POST',
  title: 'digital_post is given for spraak.write alone',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-007', 'KRR-SCOPE-005'],
  // Together with contact data it does not come, although spraak.write alone yields it.
  alsoTrips: ['KRR-SCOPE-006'],
  inject: (document, context) =>
    isAskedWith(context, 'spraak') && 'digital_post' in context.complete
      ? { ...document, digital_post: context.complete['digital_post'] }
      : document,
}
