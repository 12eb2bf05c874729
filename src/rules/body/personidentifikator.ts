import { type JsonObject, stringAt } from '../../evidence/json.ts'
import type { ExpectedPerson } from '../../evidence/person-reading.ts'

/** What a well-formed number says of itself. */
export interface Personidentifikator {
  /** `2032`: only the wider control digits that are issued from 2032 on accept it. */
  readonly controlDigits: 'ordinary' | '2032'
  readonly kind: 'fødselsnummer' | 'D-number'
  /** What is added to the month of a synthetic person; 0 for a real one. */
  readonly monthOffset: 0 | 20 | 40 | 65 | 80
}

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
const monthOffsets = [0, 20, 40, 65, 80] as const
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Reads a fødselsnummer or D-number, real or of a synthetic series, or gives undefined where the text
 * is none: not eleven digits, no date, or wrong control digits. The digits count as they are written,
 * offsets included. From 2032 on the first control digit may leave a remainder of 0 to 3 (mod 11).
 */
export const readPersonidentifikator = (text: string): Personidentifikator | undefined => {
  if (!/^[0-9]{11}$/.test(text)) return undefined
  const digits = Array.from(text, Number)
  const birth = readDate(text)
  const remainder = weightedSum(digits, firstWeights) % 11
  if (birth === undefined || remainder > 3 || weightedSum(digits, secondWeights) % 11 !== 0) {
    return undefined
  }
  return { ...birth, controlDigits: remainder === 0 ? 'ordinary' : '2032' }
}

/** The first control digit is weighed by 1 in its own sum, and so is the second. */
const weightedSum = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0)

const readDate = (text: string): Pick<Personidentifikator, 'kind' | 'monthOffset'> | undefined => {
  const writtenDay = Number(text.slice(0, 2))
  const writtenMonth = Number(text.slice(2, 4))
  const isDNumber = writtenDay > 40
  const day = isDNumber ? writtenDay - 40 : writtenDay
  // A month before January of its series comes out as one that has no days.
  const monthOffset = monthOffsets.find((offset) => writtenMonth <= offset + 12)
  if (monthOffset === undefined) return undefined
  // The century is not written in the number, so that only a year that no century makes a leap year
  // has no 29 February.
  const isCommonYear = Number(text.slice(4, 6)) % 4 !== 0
  const month = writtenMonth - monthOffset
  const days = month === 2 && isCommonYear ? 28 : (daysOfMonth[month - 1] ?? 0)
  if (day < 1 || day > days) return undefined
  return { kind: isDNumber ? 'D-number' : 'fødselsnummer', monthOffset }
}

/** Whether a number came that can be one, and not that of who logged in. */
export const isSomebodyElse = ({
  person,
  expected,
}: {
  readonly person: JsonObject
  readonly expected: Pick<ExpectedPerson, 'pid'>
}): boolean => {
  const number = stringAt(person, 'personidentifikator')
  if (expected.pid === undefined || number === undefined) return false
  return number !== expected.pid && readPersonidentifikator(number) !== undefined
}
