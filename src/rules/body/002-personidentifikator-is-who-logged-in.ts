import { stringAt } from '../../evidence/json.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { readPersonidentifikator } from './personidentifikator.ts'

/** The access token names one person, and the API gives out nobody else. */
export const personidentifikatorIsWhoLoggedIn: Rule<PersonReading> = {
  id: 'KRR-BODY-002',
  title: 'personidentifikator is the person logged in',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['RESP-001', 'PAGE-004'],

  // A number that is none says nothing of who is meant: it is KRR-BODY-003's deviation alone.
  notApplicable: ({ person, expected }) => {
    if (expected.pid === undefined) return 'the ID token of who logged in names nobody'
    return readPersonidentifikator(stringAt(person, 'personidentifikator') ?? '') === undefined
      ? 'there is no personidentifikator with valid control digits to compare (KRR-BODY-003)'
      : undefined
  },

  *check({ person, expected }) {
    const actual = person['personidentifikator']
    if (actual !== expected.pid) {
      yield {
        at: '/personidentifikator',
        expected: fromWire(expected.pid),
        actual: fromWire(actual),
      }
    }
  },
}
