import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

export const blindDeletedNumberMoved: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-BLIND-DELETED-NUMBER-MOVED',
  title: 'who was deleted is shown under the number that took the place of theirs',
  family: 'written blind',
  violates: ['KRR-BODY-002'],
  seam: 'personDocument',
  inject: (person, context) =>
    isOf(context, 'DELETED')
      ? { ...person, personidentifikator: context.people.D_NUMBER.pid }
      : person,
}
