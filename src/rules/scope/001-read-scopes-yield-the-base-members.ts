import { wordsOf } from '../../evidence/json.ts'
import {
  hasScope,
  isGone,
  isPresent,
  membersDueOf,
  type PersonReading,
} from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'

/**
 * Digdir's own tests and client take the three for granted. Of who is deleted or not registered its table of expected
 * answers has no reservasjon: either is accepted, and told.
 */
export const readScopesYieldTheBaseMembers: Rule<PersonReading> = {
  id: 'KRR-SCOPE-001',
  title: 'Read scopes yield personidentifikator, status, reservasjon of AKTIV',
  level: 'MUST',
  basis: 'observed',
  since: 1,
  cites: ['TEST-002', 'CLI-001', 'M2M-002'],

  notApplicable: (reading) =>
    hasScope(reading, 'krr:user/kontaktinformasjon.read') ||
    hasScope(reading, 'krr:user/digitalpost.read')
      ? undefined
      : 'no read scope was granted',

  *check({ person }) {
    for (const member of membersDueOf(person).filter((name) => !isPresent(person, name))) {
      yield { at: `/${member}`, expected: 'present', actual: orAbsent(person[member]) }
    }
  },

  met: ({ person }) => {
    if (!isGone(person)) return undefined
    const which = isPresent(person, 'reservasjon') ? 'with' : 'without'
    return `${wordsOf(person['status'])}, ${which} reservasjon`
  },
}
