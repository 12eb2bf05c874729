import type { Exchange } from '../../evidence/exchange.ts'
import { jsonPointer } from '../../evidence/json.ts'
import {
  baseMembers,
  isPresent,
  memberNames,
  membersDueOf,
  type PersonReading,
} from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import { type Finding, fromWire, type Rule } from '../rule.ts'

/** A GET that may be refused: the person is there where one was disclosed. */
export interface ScopedAnswer {
  readonly exchange: Exchange
  readonly reading: PersonReading | undefined
}

const base: ReadonlySet<string> = new Set(baseMembers)

/** No page says what a GET with spraak.write alone yields: refusing is accepted, and so is the least. */
export const writeScopeAloneYieldsBaseMembersOnly: Rule<ScopedAnswer> = {
  id: 'KRR-SCOPE-007',
  title: 'GET with spraak.write alone yields 403, or only the base members',
  level: 'SHOULD',
  basis: 'assumed',
  since: 1,
  cites: ['PAGE-012'],

  *check({ exchange, reading }) {
    const { status } = exchange.response
    if (status === 403) return
    if (status !== 200) {
      yield {
        at: 'status',
        expected: '403, or 200 with the base members',
        actual: fromWire(status),
      }
    } else if (reading === undefined) {
      yield { at: 'content', expected: 'the base members of a person', actual: 'no person' }
    } else {
      yield* notTheBaseMembers(reading)
    }
  },

  met: ({ exchange, reading }) => {
    if (exchange.response.status === 403) return 'refused with 403'
    const isBase = reading !== undefined && [...notTheBaseMembers(reading)].length === 0
    return isBase ? 'the base members only' : undefined
  },
}

function* notTheBaseMembers(reading: PersonReading): Generator<Finding> {
  const { person } = reading
  for (const member of membersDueOf(person).filter((name) => !isPresent(person, name))) {
    yield { at: jsonPointer([member]), expected: 'present', actual: orAbsent(person[member]) }
  }
  for (const name of memberNames(reading)) {
    if (base.has(name) || !isPresent(person, name)) continue
    yield { at: jsonPointer([name]), expected: 'absent', actual: fromWire(person[name]) }
  }
}
