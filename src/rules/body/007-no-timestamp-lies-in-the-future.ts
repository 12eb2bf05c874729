import { jsonPointer, valueAt } from '../../evidence/json.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { instantAt, timestampsOf } from './timestamps.ts'

const allowedSkew = 30_000

/**
 * Each of them says when something was done, so that one to come is written in a wrong zone or by a wrong
 * clock. Judged by the moment at which the answer had come.
 */
export const noTimestampLiesInTheFuture: Rule<PersonReading> = {
  id: 'KRR-BODY-007',
  title: 'No timestamp lies in the future',
  level: 'SHOULD',
  basis: 'assumed',
  byClock: true,
  since: 2,
  cites: ['ATTR-032', 'ATTR-005'],

  // A timestamp that names no instant is KRR-BODY-006's deviation alone.
  notApplicable: ({ person }) =>
    timestampsOf(person).some((path) => instantAt(person, path) !== undefined)
      ? undefined
      : 'there is no timestamp that names an instant',

  *check({ person, exchange }) {
    for (const path of timestampsOf(person)) {
      if ((instantAt(person, path) ?? 0) > exchange.receivedAt + allowedSkew) {
        yield {
          at: jsonPointer(path),
          expected: `not after ${new Date(exchange.receivedAt).toISOString()}, 30 s allowed`,
          actual: fromWire(valueAt(person, ...path)),
        }
      }
    }
  },
}
