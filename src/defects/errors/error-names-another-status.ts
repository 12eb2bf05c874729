import type { DefectAt } from '../defect.ts'

/** The default of a class that nobody sets. */
export const errorNamesAnotherStatus: DefectAt<'errorDocument'> = {
  id: 'DEF-ERR-ERROR-NAMES-ANOTHER-STATUS',
  title: 'every error says 200 in its status',
  family: 'errors and disclosure',
  seam: 'errorDocument',
  violates: ['KRR-ERR-004'],
  inject: (error) => ({ ...error, status: 200 }),
}
