import { hasScope } from '../../evidence/person-reading.ts'
import type { LanguageChange } from '../../evidence/refusal.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { unlessAccepted } from './accepted.ts'

const readings = ['as JSON', 'as a JWS', 'with other scopes'] as const

/** The readings that may show the language, in words and with the person. */
const readable = ({ after }: LanguageChange) =>
  after
    .map((reading, index) => ({ reading, how: readings[index] ?? 'again' }))
    .filter(({ reading }) => hasScope(reading, 'krr:user/kontaktinformasjon.read'))

/** One national register: what was written is what everybody reads next. */
export const changeIsSeenAtOnce: Rule<LanguageChange> = {
  id: 'KRR-PATCH-003',
  title: 'The next GET shows the new language, however it is asked for',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-033', 'TEST-006'],

  notApplicable: (change) =>
    unlessAccepted(change) ??
    (readable(change).length === 0 ? 'no reading has the scope that shows spraak' : undefined),

  *check(change) {
    for (const { reading, how } of readable(change)) {
      const spraak = reading.person['spraak']
      if (spraak !== change.requested) {
        yield { at: '/spraak', expected: `the value sent, read ${how}`, actual: orAbsent(spraak) }
      }
    }
  },
}
