import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** The person that the token may read is written back, as if it were the whole one. */
export const changeLosesWhatTheTokenCannotSee: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-CHANGE-LOSES-WHAT-THE-TOKEN-CANNOT-SEE',
  title: 'a change with spraak.write alone erases the mobile number',
  family: 'PATCH side effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-004'],
  inject(stored, context) {
    if (stored === undefined || !isAskedWith(context, 'spraak')) return stored
    const { mobiltelefonnummer: _, ...seen } = stored
    return seen
  },
}
