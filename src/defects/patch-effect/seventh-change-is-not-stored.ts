import type { ReferencePeople } from '../../reference/people.ts'
import type { DefectAt } from '../defect.ts'

const storedIn = new WeakMap<ReferencePeople, number>()

/** As many as a whole run makes before it puts the language back: only that fails. */
const storedAtMost = 6

/** A limit that nobody is told of. */
export const seventhChangeIsNotStored: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-SEVENTH-CHANGE-IS-NOT-STORED',
  title: 'the seventh change of a language is answered with 204 and not stored, nor any after it',
  family: 'PATCH effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-014'],
  inject(stored, { people, record }) {
    if (stored === record) return stored
    const count = (storedIn.get(people) ?? 0) + 1
    storedIn.set(people, count)
    return count > storedAtMost ? record : stored
  },
}
