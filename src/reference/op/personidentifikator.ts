import { randomInt } from 'node:crypto'

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2]
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

/** The control digit for these digits (modulus 11), or undefined where the number is not used. */
const controlDigit = (digits: string, weights: readonly number[]): number | undefined => {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const digit = (11 - (sum % 11)) % 11
  return digit === 10 ? undefined : digit
}

const withControlDigits = (nine: string): string | undefined => {
  const first = controlDigit(nine, firstWeights)
  if (first === undefined) return undefined
  const second = controlDigit(`${nine}${first}`, secondWeights)
  return second === undefined ? undefined : `${nine}${first}${second}`
}

/** Whether the number has eleven digits, the last two of which are right. */
export const hasControlDigits = (pid: string): boolean =>
  /^\d{11}$/.test(pid) && withControlDigits(pid.slice(0, 9)) === pid

/** Whether the number is of a synthetic series: month + 80, or + 20, 40, 65, which log in too; D-numbers (day + 40) too. */
export const isSynthetic = (pid: string): boolean => {
  const day = Number(pid.slice(0, 2))
  const month = Number(pid.slice(2, 4))
  const isDay = (day >= 1 && day <= 31) || (day >= 41 && day <= 71)
  return isDay && [80, 20, 40, 65].some((added) => month > added && month <= added + 12)
}

/** A synthetic number with valid control digits, of somebody born 1940 to 1999. */
export const randomSyntheticPid = (): string => {
  for (;;) {
    const day = String(randomInt(1, 29)).padStart(2, '0')
    const month = String(randomInt(81, 93))
    const year = String(randomInt(40, 100))
    const individual = String(randomInt(0, 500)).padStart(3, '0')
    const pid = withControlDigits(`${day}${month}${year}${individual}`)
    if (pid !== undefined) return pid
  }
}

/** Why TestID does not take the number, in a sentence for the page; undefined where it does. */
export const pidTrouble = (pid: string): string | undefined => {
  if (!/^\d{11}$/.test(pid)) return 'Personidentifikatoren må ha elleve siffer.'
  if (!isSynthetic(pid)) {
    return 'Bare syntetiske personer kan logge inn her. Måneden i nummeret er da økt med 80.'
  }
  return hasControlDigits(pid) ? undefined : 'Kontrollsifrene stemmer ikke. Se etter skrivefeil.'
}
