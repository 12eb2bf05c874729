import type { DefectAt } from '../defect.ts'

/** The last one who was served: an error that was kept and used again. */
export const invalidTokenNamesSomebodyElse: DefectAt<'errorDocument'> = {
  id: 'DEF-ERR-INVALID-TOKEN-NAMES-SOMEBODY-ELSE',
  title: 'the refusal of a request without valid token names another person',
  family: 'errors and disclosure',
  seam: 'errorDocument',
  violates: ['KRR-ERR-003'],
  inject: (error, { status, people }) =>
    status === 401
      ? { ...error, error_description: `The session of ${people.D_NUMBER.pid} has ended` }
      : error,
}
