const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1]

/**
 * Whether the text is an organisation number: nine digits, the last of which makes the weighted sum divisible
 * by 11. Which digit comes first is not judged: synthetic organisations begin otherwise.
 */
export const isOrganisationNumber = (text: string): boolean =>
  /^[0-9]{9}$/.test(text) &&
  weights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0) % 11 === 0
