import type { RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'
import { BRUKERSPESIFIKT_OPPSLAG, RFC_6749 } from '../sources.ts'

/** Who may only read must not change a national register. */
export const writeWithoutItsScopeIsRefused: Rule<RefusedWrite> = {
  id: 'KRR-SCOPE-009',
  title: 'PATCH without spraak.write is refused and changes nothing',
  level: 'MUST',
  basis: 'documented',
  intrusive: true,
  citations: [
    {
      source: BRUKERSPESIFIKT_OPPSLAG,
      section: 'Bruk av Oauth2',
      quote: 'Endrer brukerens foretrukne språk for kommunikasjon med det offentlige.',
    },
    {
      source: RFC_6749,
      section: '7',
      quote:
        'The resource server MUST validate the access token and ensure that it has not expired and that its scope covers the requested resource.',
    },
  ],

  check: refused,
}
