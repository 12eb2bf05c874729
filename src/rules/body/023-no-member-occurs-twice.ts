import { jsonPointer, repeatedMembers } from '../../evidence/json.ts'
import type { PersonContent } from '../../evidence/person-reading.ts'
import type { Rule } from '../rule.ts'
import { readStrictJson } from './strict-json.ts'

/** Of a member that occurs twice one parser takes the first value and another the last. */
export const noMemberOccursTwice: Rule<PersonContent> = {
  id: 'KRR-BODY-023',
  title: 'No member occurs twice in an object',
  level: 'SHOULD',
  basis: 'standard',
  since: 1,
  cites: ['RFC8259-002'],

  notApplicable: ({ bytes }) =>
    readStrictJson(bytes).isJson ? undefined : 'the content is no strict JSON (KRR-BODY-019)',

  *check({ bytes }) {
    const json = readStrictJson(bytes)
    for (const path of json.isJson ? repeatedMembers(json.text) : []) {
      yield { at: jsonPointer(path), expected: 'one member of this name', actual: 'another one' }
    }
  },
}
