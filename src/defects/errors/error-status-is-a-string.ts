import type { DefectAt } from '../defect.ts'

/** A client that compares numbers finds none. */
export const errorStatusIsAString: DefectAt<'errorDocument'> = {
  id: 'DEF-ERR-ERROR-STATUS-IS-A-STRING',
  title: 'the status in an error is a string',
  family: 'errors and disclosure',
  seam: 'errorDocument',
  violates: ['KRR-ERR-004'],
  inject: (error) => ({ ...error, status: String(error['status']) }),
}
