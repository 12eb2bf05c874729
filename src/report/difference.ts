/** A stretch of text, and whether the other text has it too. */
export interface Stretch {
  readonly text: string
  readonly isCommon: boolean
}

/** Two texts beside each other, taken apart where they differ. */
export interface Difference {
  readonly expected: readonly Stretch[]
  readonly received: readonly Stretch[]
}

/** Beyond so many parts the comparison would take longer than it is worth. */
const mostParts = 400
/** With less in common than this the texts are two statements, and marks would only disturb. */
const leastShare = 0.35

/**
 * What two texts have in common and what not, line by line where they have several, else word by word; undefined
 * where they have so little in common that the whole of each is the difference.
 */
export const differenceOf = (expected: string, received: string): Difference | undefined => {
  const isMultiline = expected.includes('\n') && received.includes('\n')
  const split = isMultiline ? lines : words
  const [one, other] = [split(expected), split(received)]
  if (one.length > mostParts || other.length > mostParts) return undefined
  const pairs = commonParts(one, other)
  const share = weightOf(pairs.map(([at]) => one[at] ?? ''))
  if (share < leastShare * Math.max(weightOf(one), weightOf(other))) return undefined
  return {
    expected: stretches(one, new Set(pairs.map(([at]) => at))),
    received: stretches(other, new Set(pairs.map(([, at]) => at))),
  }
}

const lines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []
const words = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? []

const weightOf = (parts: readonly string[]): number =>
  parts.reduce((sum, part) => sum + part.trim().length, 0)

/** The longest common subsequence, as pairs of places. */
const commonParts = (
  one: readonly string[],
  other: readonly string[],
): readonly (readonly [number, number])[] => {
  const width = other.length + 1
  const longest = new Uint16Array((one.length + 1) * width)
  const at = (row: number, column: number) => longest[row * width + column] ?? 0
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        one[row] === other[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: (readonly [number, number])[] = []
  let [row, column] = [0, 0]
  while (row < one.length && column < other.length) {
    if (one[row] === other[column]) {
      pairs.push([row, column])
      row += 1
      column += 1
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return pairs
}

const stretches = (parts: readonly string[], common: ReadonlySet<number>): readonly Stretch[] => {
  const joined: { text: string; isCommon: boolean }[] = []
  for (const [at, text] of parts.entries()) {
    const isCommon = common.has(at)
    const last = joined.at(-1)
    if (last?.isCommon === isCommon) last.text += text
    else joined.push({ text, isCommon })
  }
  return joined
}
