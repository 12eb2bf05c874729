import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

/** The second one, since the first may leave a remainder in numbers issued from 2032 on. */
export const secondControlDigitIsWrong: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-SECOND-CONTROL-DIGIT-IS-WRONG',
  title: 'personidentifikator ends in a wrong control digit',
  family: 'identity',
  seam: 'personDocument',
  violates: ['KRR-BODY-003'],
  inject: (person) => withText(person, 'personidentifikator', withNextLastDigit),
}

const withNextLastDigit = (number: string): string =>
  `${number.slice(0, -1)}${(Number(number.slice(-1)) + 1) % 10}`
