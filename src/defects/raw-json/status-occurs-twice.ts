import type { DefectAt } from '../defect.ts'
import { withFirstMember } from './with-first-member.ts'

/** Both say the same, and parsers still may refuse it or take either. */
export const statusOccursTwice: DefectAt<'jsonContent'> = {
  id: 'DEF-BODY-STATUS-OCCURS-TWICE',
  title: 'status occurs twice, with the same value',
  family: 'raw JSON',
  seam: 'jsonContent',
  violates: ['KRR-BODY-023'],
  inject: (json, { document }) =>
    withFirstMember(json, `"status":${JSON.stringify(document['status'])}`),
}
