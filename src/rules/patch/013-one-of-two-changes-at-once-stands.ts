import type { CompetingChanges } from '../../evidence/refusal.ts'
import { orAbsent } from '../or-absent.ts'
import { fromWire, type Rule } from '../rule.ts'
import { isRefusal, isServerError, isSuccess } from '../statuses.ts'

/** Each change names the whole value: whichever comes last, nothing else can come of the two. */
export const oneOfTwoChangesAtOnceStands: Rule<CompetingChanges> = {
  id: 'KRR-PATCH-013',
  title: 'One of two simultaneous changes stands, and neither is a 5xx',
  level: 'SHOULD',
  basis: 'standard',
  intrusive: true,
  since: 2,
  cites: ['RFC5789-004'],

  notApplicable: ({ exchanges }) =>
    exchanges.every(({ response }) => isRefusal(response.status))
      ? 'both were refused: nothing of them can stand'
      : undefined,

  *check({ requested, exchanges, after }) {
    const statuses = exchanges.map(({ response }) => response.status)
    for (const status of statuses.filter(isServerError)) {
      yield { at: 'status', expected: 'no server error', actual: fromWire(status) }
    }
    const { spraak } = after.person
    if (statuses.some(isSuccess) && !requested.some((language) => language === spraak)) {
      yield { at: '/spraak', expected: 'one of the two values sent', actual: orAbsent(spraak) }
    }
  },

  met: ({ requested, exchanges, after }) => {
    const accepted = exchanges.filter(({ response }) => isSuccess(response.status)).length
    const stands = requested.some((language) => language === after.person['spraak'])
    if (accepted === 2 && stands) return 'both accepted'
    return accepted === 1 && stands ? 'one accepted, the other refused' : undefined
  },
}
