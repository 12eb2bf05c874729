import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'

/** The compressed answer is made of another copy, which is not complete. */
export const gzipYieldsAPersonWithoutALanguage: DefectAt<'personDocument'> = {
  id: 'DEF-NEG-GZIP-YIELDS-A-PERSON-WITHOUT-A-LANGUAGE',
  title: 'with Accept-Encoding: gzip the person lacks spraak',
  family: 'negotiation',
  seam: 'personDocument',
  violates: ['KRR-NEG-008'],
  inject: (person, { request }) =>
    fieldValue(request, 'accept-encoding') === undefined ? person : without(person, 'spraak'),
}
