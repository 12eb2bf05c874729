import type { PersonReading } from '../../evidence/person-reading.ts'
import type { Rule } from '../rule.ts'
import { unlessWithheld } from './combination.ts'
import { withheldMembers } from './withheld.ts'

/** What a scope yields is not given to who did not ask for it. */
export const noContactDataWithoutItsScope: Rule<PersonReading> = {
  id: 'KRR-SCOPE-003',
  title: 'Without kontaktinformasjon.read there is no kontaktinformasjon',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-007'],

  notApplicable: (reading) => unlessWithheld(reading, 'krr:user/kontaktinformasjon.read'),
  check: (reading) => withheldMembers(reading, ['kontaktinformasjon']),
}
