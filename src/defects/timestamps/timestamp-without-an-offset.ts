import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

/** A wall clock reading: nobody can tell which instant it names. */
export const timestampWithoutAnOffset: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-TIMESTAMP-WITHOUT-AN-OFFSET',
  title: 'spraak_oppdatert has no offset from UTC',
  family: 'timestamps',
  seam: 'personDocument',
  violates: ['KRR-BODY-006', 'KRR-BODY-001'],
  inject: (person) => withText(person, 'spraak_oppdatert', (time) => time.replace(/[+-]\d+$/, '')),
}
