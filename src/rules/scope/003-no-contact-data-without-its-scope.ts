import type { PersonReading } from '../../evidence/person-reading.ts'
import type { Rule } from '../rule.ts'
import { BRUKERSPESIFIKT_OPPSLAG } from '../sources.ts'
import { unlessWithheld } from './combination.ts'
import { withheldMembers } from './withheld.ts'

/** What a scope yields is not given to who did not ask for it. */
export const noContactDataWithoutItsScope: Rule<PersonReading> = {
  id: 'KRR-SCOPE-003',
  title: 'Without kontaktinformasjon.read there is no kontaktinformasjon',
  level: 'MUST',
  basis: 'documented',
  citations: [
    {
      source: BRUKERSPESIFIKT_OPPSLAG,
      section: 'Bruk av Oauth2',
      quote: 'Returnerer epostadresse og mobilnummer + tidspunkt for sist oppdatering',
    },
  ],

  notApplicable: (reading) => unlessWithheld(reading, 'krr:user/kontaktinformasjon.read'),
  check: (reading) => withheldMembers(reading, ['kontaktinformasjon']),
}
