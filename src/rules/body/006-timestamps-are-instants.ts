import { jsonPointer, valueAt } from '../../evidence/json.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { instantAt, timestampsOf } from './timestamps.ts'

/**
 * Digdir's samples show `2018-06-29T10:14:52+02` and `2023-08-05T10:45:15.768Z`; these and what lies
 * between them (`+0200`, `+02:00`, with and without a fraction) are accepted.
 */
export const timestampsAreInstants: Rule<PersonReading> = {
  id: 'KRR-BODY-006',
  title: 'Timestamps are real instants in one of the documented forms',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-031', 'ATTR-007', 'ATTR-019', 'ATTR-039'],

  notApplicable: ({ person }) =>
    timestampsOf(person).length > 0 ? undefined : 'there is no timestamp',

  *check({ person }) {
    for (const path of timestampsOf(person)) {
      if (instantAt(person, path) === undefined) {
        yield {
          at: jsonPointer(path),
          expected: 'an instant as YYYY-MM-DDThh:mm:ss, a fraction or none, Z or an offset',
          actual: fromWire(valueAt(person, ...path)),
        }
      }
    }
  },
}
