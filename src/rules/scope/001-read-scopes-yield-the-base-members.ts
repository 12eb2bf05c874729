import { alwaysMembers, hasScope, isPresent } from '../../evidence/person-members.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'

/** Digdir's own tests and client take the three for granted in every answer. */
export const readScopesYieldTheBaseMembers: Rule<PersonReading> = {
  id: 'KRR-SCOPE-001',
  title: 'Any read scope yields personidentifikator, reservasjon and status',
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
    for (const member of alwaysMembers.filter((name) => !isPresent(person, name))) {
      yield { at: `/${member}`, expected: 'present', actual: orAbsent(person[member]) }
    }
  },
}
