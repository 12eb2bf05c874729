import type { DefectAt } from '../defect.ts'

/** The scopes are looked up in a database, and the message tells how. */
export const missingScopeShowsAQuery: DefectAt<'errorDocument'> = {
  id: 'DEF-ERR-MISSING-SCOPE-SHOWS-A-QUERY',
  title: 'the refusal of a token without the scope shows SQL',
  family: 'errors and disclosure',
  seam: 'errorDocument',
  violates: ['KRR-ERR-002'],
  inject: (error, { status }) =>
    status === 403
      ? { ...error, error_description: 'No rows: SELECT scope FROM client_scope WHERE client = ?' }
      : error,
}
