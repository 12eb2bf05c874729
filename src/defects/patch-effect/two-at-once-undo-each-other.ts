import type { DefectAt } from '../defect.ts'
import { atOnce } from './at-once.ts'

/** Each gives way to the other, and both say 204. */
export const twoAtOnceUndoEachOther: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-TWO-AT-ONCE-UNDO-EACH-OTHER',
  title: 'of two changes at once neither is stored',
  family: 'PATCH effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-013'],
  inject: async (stored, { decision, people, record }) =>
    decision.kind === 'accepted' && (await atOnce(people)) !== undefined ? record : stored,
}
