import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

export const blindOffsetOfADay: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-BLIND-OFFSET-OF-A-DAY',
  title: 'the time of the language is given a day and more ahead of Greenwich: +25',
  family: 'written blind',
  violates: ['KRR-BODY-006'],
  seam: 'personDocument',
  inject: (person) =>
    withText(person, 'spraak_oppdatert', (time) => time.replace(/[+-]\d\d$/, '+25')),
}
