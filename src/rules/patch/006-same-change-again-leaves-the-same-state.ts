import { stringAt } from '../../evidence/json.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import type { RepeatedChange } from '../../evidence/refusal.ts'
import { instantAt } from '../body/timestamps.ts'
import { orAbsent } from '../or-absent.ts'
import { type Finding, fromWire, type Rule } from '../rule.ts'
import { isSuccess } from '../statuses.ts'
import { changed } from './changed.ts'

const shownTime = ({ person }: PersonReading): string | undefined =>
  stringAt(person, 'spraak_oppdatert')

/** NaN where there is none, which lies neither before nor after any time. */
const timeOf = ({ person }: PersonReading): number =>
  instantAt(person, ['spraak_oppdatert']) ?? Number.NaN

function* deviations({
  exchange: { response },
  before,
  after,
}: RepeatedChange): Generator<Finding> {
  if (!isSuccess(response.status)) {
    yield { at: 'status', expected: '2xx, as before', actual: fromWire(response.status) }
  }
  yield* changed(before, after, ['spraak_oppdatert'])
  const [earlier, later] = [timeOf(before), timeOf(after)]
  const hasGone = shownTime(before) !== undefined && shownTime(after) === undefined
  if (hasGone || later < earlier) {
    yield {
      at: '/spraak_oppdatert',
      expected: 'not before the time it showed',
      actual: orAbsent(after.person['spraak_oppdatert']),
    }
  }
}

/**
 * Who got no answer asks again. Nothing says whether `spraak_oppdatert` is the time of the last request or of the
 * last change: both are accepted, and a time that runs back is not.
 */
export const sameChangeAgainLeavesTheSameState: Rule<RepeatedChange> = {
  id: 'KRR-PATCH-006',
  title: 'The same change again is accepted and leaves the same state',
  level: 'SHOULD',
  basis: 'standard',
  intrusive: true,
  since: 2,
  cites: ['RFC5789-004', 'RFC9110-007'],

  notApplicable: ({ requested, before }) =>
    before.person['spraak'] === requested
      ? undefined
      : 'the change did not take effect the first time (KRR-PATCH-003)',

  check: deviations,

  met: (repetition) => {
    if ([...deviations(repetition)].length > 0) return undefined
    return shownTime(repetition.before) === shownTime(repetition.after)
      ? 'spraak_oppdatert stays as it was'
      : 'spraak_oppdatert moves with each request'
  },
}
