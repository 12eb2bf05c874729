const weights = [
  [3, 7, 6, 1, 8, 9, 4, 5, 2, 1],
  [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1],
]

/** Whether eleven digits have a date and the control digits of a person's number, of whatever series. */
export const isNumberOfPerson = (digits: string): boolean => {
  const day = Number(digits.slice(0, 2)) % 40
  // Synthetic numbers have 40, 65 or 80 added to the month.
  const month = Number(digits.slice(2, 4))
  const isMonth = [0, 40, 65, 80].some((added) => month - added >= 1 && month - added <= 12)
  return day >= 1 && day <= 31 && isMonth && weights.every((own) => controls(digits, own))
}

const controls = (digits: string, own: readonly number[]): boolean =>
  own.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 === 0
