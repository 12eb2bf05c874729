import { type JsonPath, jsonPointer, leavesOf } from '../evidence/json.ts'
import { notOfThePerson, type PersonReading } from '../evidence/person-reading.ts'

/** One place where two readings of a person differ; undefined where a reading has nothing there. */
export interface Difference {
  /** JSON Pointer, fit to be shown. */
  readonly at: string
  /** The member of the person that it lies in. */
  readonly member: string
  readonly first: unknown
  readonly second: unknown
}

/**
 * Where two readings of the same person differ, in the order of the first. The order of members is
 * irrelevant, and so are registered claims where either is a JWS payload.
 */
export const differences = (
  first: PersonReading,
  second: PersonReading,
  { ignore = [] }: { readonly ignore?: readonly string[] } = {},
): readonly Difference[] => {
  const except = new Set([...ignore, ...notOfThePerson(first), ...notOfThePerson(second)])
  const before = leavesByPath(first, except)
  const after = leavesByPath(second, except)
  return [...new Map([...before, ...after])]
    .filter(([key]) => before.get(key)?.text !== after.get(key)?.text)
    .map(([key, { path }]) => ({
      at: jsonPointer(path),
      member: String(path[0]),
      first: before.get(key)?.value,
      second: after.get(key)?.value,
    }))
}

interface ComparableLeaf {
  readonly path: JsonPath
  readonly value: unknown
  /** Equal for equal values only. */
  readonly text: string
}

const leavesByPath = (
  reading: PersonReading,
  except: ReadonlySet<string>,
): Map<string, ComparableLeaf> =>
  new Map(
    [...leavesOf(reading.person, except)].map(({ path, value }) => [
      JSON.stringify(path),
      { path, value, text: textOf(value) },
    ]),
  )

/** A container that is a leaf is empty, or nested deeper than any person is. */
const textOf = (value: unknown): string =>
  typeof value === 'object' ? Object.prototype.toString.call(value) : JSON.stringify(value)
