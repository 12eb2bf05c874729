import type { PatchAttempt } from '../../evidence/refusal.ts'
import { fromWire, type Rule } from '../rule.ts'
import { changed } from './changed.ts'

/** The document itself is in order: only what it is said to be differs from a change that succeeds. */
export const otherMediaTypesAre415: Rule<PatchAttempt> = {
  id: 'KRR-PATCH-011',
  title: 'A document of another media type is refused with 415',
  level: 'SHOULD',
  basis: 'standard',
  intrusive: true,
  since: 2,
  cites: ['RFC5789-010'],

  *check({ exchange: { response }, before, after }) {
    if (response.status !== 415) {
      yield { at: 'status', expected: '415', actual: fromWire(response.status) }
    }
    yield* changed(before, after)
  },
}
