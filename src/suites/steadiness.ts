import type { Exchange } from '../evidence/exchange.ts'
import type { PersonReading } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { type Difference, differences } from '../rules/same-person.ts'

/** When a request was under way, in milliseconds since the epoch. */
type Interval = Pick<Exchange, 'startedAt' | 'receivedAt'>

/** Two readings of which one shows what a person cannot have had between two others. */
export interface Contradiction {
  /** What was read before and after the odd one. */
  readonly first: PersonReading
  /** The odd one. */
  readonly second: PersonReading
  /** Further exchanges that show the odd value. */
  readonly alike: readonly Exchange[]
}

/** What we write ourselves: rules on PATCH judge what becomes of it. */
const languageMembers: readonly string[] = ['spraak', 'spraak_oppdatert']

/** Where two readings differ, the language aside. */
export const differencesAside = (
  first: PersonReading,
  second: PersonReading,
): readonly Difference[] => differences(first, second, { ignore: languageMembers })

/**
 * A value that went and came back while nothing was written: a person who is changed once, by anybody, has the later
 * value from then on. What was asked at the same time proves nothing, for nobody knows which was answered first.
 */
export const contradictionIn = (
  readings: readonly PersonReading[],
  writes: readonly Interval[],
): Contradiction | undefined => {
  for (const last of readings) {
    const odd = readBefore(last, readings)
    if (odd === undefined || isWrittenBetween(odd.exchange, last.exchange, writes)) continue
    const back = differencesAside(odd, last).find(({ at, second }) =>
      readings.some(
        (early) =>
          isBefore(early.exchange, odd.exchange) &&
          (second !== undefined || isAskedAlike(early, last)) &&
          !differsAt(early, last, at),
      ),
    )
    if (back === undefined) continue
    const alike = readings.filter(
      (other) =>
        (back.first !== undefined || isAskedAlike(other, odd)) &&
        !differsAt(other, odd, back.at) &&
        differsAt(other, last, back.at),
    )
    return { first: last, second: odd, alike: alike.map(({ exchange }) => exchange) }
  }
  return undefined
}

/** The last one asked in the same way that was answered before this one was asked. */
const readBefore = (
  last: PersonReading,
  readings: readonly PersonReading[],
): PersonReading | undefined =>
  readings
    .filter((own) => isAskedAlike(own, last) && isBefore(own.exchange, last.exchange))
    .toSorted((one, other) => other.exchange.receivedAt - one.exchange.receivedAt)[0]

const isBefore = (one: Interval, other: Interval): boolean => one.receivedAt <= other.startedAt

const isWrittenBetween = (first: Interval, last: Interval, writes: readonly Interval[]): boolean =>
  writes.some(
    ({ startedAt, receivedAt }) => startedAt <= last.receivedAt && receivedAt >= first.startedAt,
  )

const isAskedAlike = (one: PersonReading, other: PersonReading): boolean =>
  one.representation === other.representation &&
  one.scopes.length === other.scopes.length &&
  one.scopes.every((scope) => other.scopes.includes(scope))

const differsAt = (one: PersonReading, other: PersonReading, at: string): boolean =>
  differencesAside(one, other).some((difference) => difference.at === at)

/** Nothing that was read between two changes says whose they are. */
export const changedMeanwhile = (): EvidenceUnavailableError =>
  new EvidenceUnavailableError(
    'somebody else changed the person at the same time, or the server did by itself',
  )
