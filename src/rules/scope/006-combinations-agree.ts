import { jsonPointer } from '../../evidence/json.ts'
import {
  filteredMembers,
  hasScope,
  isPresent,
  memberNames,
  type PersonReading,
} from '../../evidence/person-reading.ts'
import { type Finding, fromWire, type Rule } from '../rule.ts'
import { type Difference, differences } from '../same-person.ts'
import { combinationName } from './combination.ts'

/** One person read with several combinations of scopes, in one representation. */
export interface CombinedReadings {
  readonly readings: readonly PersonReading[]
}

const presentMembers = (reading: PersonReading): readonly string[] =>
  memberNames(reading).filter((name) => isPresent(reading.person, name))

/** A scope opens members and does nothing else: it changes no value and works the same beside others. */
export const combinationsAgree: Rule<CombinedReadings> = {
  id: 'KRR-SCOPE-006',
  title: 'A union of scopes yields the union of members, values unchanged',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-006'],
  comparesReadings: true,

  notApplicable: ({ readings }) =>
    readings.length < 2 ? 'fewer than two combinations yielded a person' : undefined,

  *check({ readings }) {
    yield* disagreements(readings)
    for (const reading of readings) yield* unionFaults(reading, readings)
  },
}

/** Each member is compared with the first combination that yields it, so that a fault is told once. */
function* disagreements(readings: readonly PersonReading[]): Generator<Finding> {
  const compared = new Map<PersonReading, Map<PersonReading, DifferencesByMember>>()
  const differ = (first: PersonReading, other: PersonReading): DifferencesByMember => {
    const known = compared.get(first) ?? new Map<PersonReading, DifferencesByMember>()
    compared.set(first, known)
    const found = known.get(other) ?? byMember(differences(first, other))
    known.set(other, found)
    return found
  }
  for (const name of new Set(readings.flatMap(presentMembers))) {
    const [first, ...others] = readings.filter(({ person }) => isPresent(person, name))
    for (const other of others) {
      if (first === undefined) continue
      for (const { at, second } of differ(first, other).get(name) ?? []) {
        const expected = `the same with ${combinationName(other)} as with ${combinationName(first)}`
        yield { at, expected, actual: second === undefined ? 'absent' : fromWire(second) }
      }
    }
  }
}

/** What differs between two readings, by the member that it lies in: compared once, and not for each member. */
type DifferencesByMember = ReadonlyMap<string, readonly Difference[]>

const byMember = (found: readonly Difference[]): DifferencesByMember => {
  const members = new Map<string, Difference[]>()
  for (const difference of found) {
    const known = members.get(difference.member)
    if (known === undefined) members.set(difference.member, [difference])
    else known.push(difference)
  }
  return members
}

function* unionFaults(
  union: PersonReading,
  readings: readonly PersonReading[],
): Generator<Finding> {
  const parts = partsOf(union, readings)
  if (parts === undefined) return
  const mayBeFiltered = isFiltered(union)
  const isJudged = (name: string): boolean =>
    !mayBeFiltered || filteredMembers.every((filtered) => filtered !== name)
  const own = new Set(presentMembers(union))

  for (const name of new Set(parts.flatMap(presentMembers))) {
    const part = parts.find(({ person }) => isPresent(person, name))
    if (part === undefined || own.has(name) || !isJudged(name)) continue
    const expected = `present with ${combinationName(union)}, as with ${combinationName(part)}`
    yield { at: jsonPointer([name]), expected, actual: 'absent' }
  }
  for (const name of own) {
    if (parts.some(({ person }) => isPresent(person, name)) || !isJudged(name)) continue
    const alone = parts.map(combinationName).join(' and ')
    const expected = `absent with ${combinationName(union)}, as with ${alone} alone`
    yield { at: jsonPointer([name]), expected, actual: fromWire(union.person[name]) }
  }
}

/**
 * The readings of each scope of the union alone, or undefined where one is missing. That of
 * spraak.write may be: it need not yield anything (KRR-SCOPE-007).
 */
const partsOf = (
  { scopes }: PersonReading,
  readings: readonly PersonReading[],
): readonly PersonReading[] | undefined => {
  const alone = scopes
    .map((scope) => readings.find((other) => other.scopes.length === 1 && hasScope(other, scope)))
    .filter((part) => part !== undefined)
  const readScopes = scopes.filter((scope) => scope !== 'krr:user/spraak.write')
  return readScopes.every((scope) => alone.some((part) => hasScope(part, scope)))
    ? alone
    : undefined
}

/** Who cannot be notified may be filtered as soon as the contact scope is there, and only then. */
const isFiltered = (reading: PersonReading): boolean =>
  hasScope(reading, 'krr:user/kontaktinformasjon.read') &&
  reading.person['varslingsstatus'] !== 'KAN_VARSLES'
