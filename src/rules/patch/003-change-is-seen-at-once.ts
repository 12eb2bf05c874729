import { hasScope } from '../../evidence/person-members.ts'
import type { LanguageChange } from '../../evidence/refusal.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { BRUKERSPESIFIKT_OPPSLAG, DIGDIR_POSTMAN } from '../sources.ts'
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
  citations: [
    {
      source: BRUKERSPESIFIKT_OPPSLAG,
      section: 'Eksempel på endring av språk',
      quote:
        'Forspørselen nedenfor vil endre innlogget bruker sitt foretrukne språk i Kontaktregisteret til engelsk',
    },
    { source: DIGDIR_POSTMAN, section: 'Kontaktinfo-oAuth2-server.json' },
  ],

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
