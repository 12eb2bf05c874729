import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

/** Kept as a number somewhere on its way: who was born on one of the first nine days has ten digits. */
export const leadingZeroIsLost: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-LEADING-ZERO-IS-LOST',
  title: 'personidentifikator has lost its leading zero',
  family: 'identity',
  seam: 'personDocument',
  violates: ['KRR-BODY-003', 'KRR-BODY-001'],
  inject: (person) => withText(person, 'personidentifikator', (number) => number.replace(/^0/, '')),
}
