import { unknownMembers } from '../../contract/person-schema.ts'
import { jsonPointer } from '../../evidence/json.ts'
import { notOfThePerson, type PersonReading } from '../../evidence/person-reading.ts'
import type { Rule } from '../rule.ts'

/** Members were added without another version before, so that callers pass over what they do not know. */
export const furtherMembersAreTold: Rule<PersonReading> = {
  id: 'KRR-BODY-021',
  title: 'Members that the contract does not know are listed',
  level: 'INFO',
  basis: 'observed',
  since: 2,
  cites: ['CLI-005'],

  check: () => [],

  met: (reading) => {
    const others = notOfThePerson(reading)
    const unknown = unknownMembers(reading.person).filter(([name]) => !others.has(String(name)))
    const names = unknown.slice(0, 20).map(jsonPointer)
    return names.length === 0 ? undefined : `not in the contract: ${names.join(', ')}`
  },
}
