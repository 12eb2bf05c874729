import { accepted, type Form, refused } from './forms/form.ts'

/** The names of environments, in order, lower-cased, each once. */
export const environmentNames: Form<readonly string[]> = {
  accepts: 'names of environments (letters, digits and -), separated by commas',
  parse: (text) => {
    const parts = text.split(',').map((part) => part.trim().toLowerCase())
    const names = [...new Set(parts.filter((part) => part !== ''))]
    return names.length > 0 && names.every((name) => isEnvironmentName(name))
      ? accepted(names)
      : refused()
  },
}

const isEnvironmentName = (name: string): boolean =>
  name.length <= 40 && /^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(name)

/** The `NAME` of an environment's keys: `MY_TEST` for `my-test`. */
export const keyNameOf = (name: string): string => name.toUpperCase().replaceAll('-', '_')

/**
 * The candidate that differs least from the word: insertions, deletions, substitutions and swapped
 * neighbours counted (optimal string alignment). Undefined where all differ by more than `most`.
 */
export const nearest = (
  word: string,
  candidates: readonly string[],
  most: number,
): string | undefined => {
  const [best] = candidates
    .map((candidate) => ({ candidate, distance: distanceOf(word, candidate) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance)
  return best?.candidate
}

const distanceOf = (one: string, other: string): number => {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    rows.push(current)
    for (let column = 1; column <= other.length; column++) {
      const differs = one[row - 1] === other[column - 1] ? 0 : 1
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + differs,
        swapped && row > 1 && column > 1 ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
  }
  return at(one.length, other.length)
}
