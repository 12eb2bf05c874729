const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

const remainder = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11

/** Month and day as they are written, with the additions that mark synthetic numbers and D-numbers. */
const dayAndMonth = (text: string): readonly [day: number, month: number] => [
  Number(text.slice(0, 2)),
  Number(text.slice(2, 4)),
]

const monthAdditions = [0, 20, 40, 65, 80]

/**
 * Whether the text is a personidentifikator: 11 digits, a day and a month (with the additions of
 * D-numbers and of the synthetic series) and control digits that fit. The first control digit may
 * leave 0 to 3 as numbers of 2032 do; the second never leaves anything (Skatteetaten).
 */
export const isPersonidentifikator = (text: string): boolean => {
  if (!/^\d{11}$/.test(text)) return false
  const [day, month] = dayAndMonth(text)
  const birthday = day > 40 ? day - 40 : day
  if (birthday < 1 || birthday > 31) return false
  if (!monthAdditions.some((added) => month > added && month <= added + 12)) return false
  const digits = [...text].map(Number)
  return remainder(digits, firstWeights) <= 3 && remainder(digits, secondWeights) === 0
}

/**
 * What was added to the month of a synthetic number: 80 in Skatteetaten's own series, 20, 40 or 65 in others that
 * TestID takes too. Undefined where nothing was, which a real person's number is.
 */
export const syntheticSeries = (personidentifikator: string): number | undefined => {
  const [, month] = dayAndMonth(personidentifikator)
  return monthAdditions.find((added) => added > 0 && month > added && month <= added + 12)
}

/** Whether the number cannot be a real person's. */
export const isSynthetic = (personidentifikator: string): boolean =>
  syntheticSeries(personidentifikator) !== undefined
