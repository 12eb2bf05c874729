import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

export const blindChangeErasesMailbox: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-BLIND-CHANGE-ERASES-MAILBOX',
  title:
    'a change with kontaktinformasjon.read and spraak.write erases the mailbox, which neither opens',
  family: 'written blind',
  violates: ['KRR-PATCH-004'],
  // It is gone for every reading after that.
  alsoTrips: ['KRR-SCOPE-004', 'KRR-SCOPE-006', 'KRR-PATCH-010'],
  seam: 'patchEffect',
  inject: (record, context) => {
    if (record === undefined || context.decision.kind === 'refused') return record
    if (!isAskedWith(context, 'kontaktinformasjon', 'spraak')) return record
    const { digital_post, ...others } = record
    return others
  },
}
