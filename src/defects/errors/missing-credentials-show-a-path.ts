import type { DefectAt } from '../defect.ts'

/** Where the server lies on its disk helps nobody who has no token. */
export const missingCredentialsShowAPath: DefectAt<'errorDocument'> = {
  id: 'DEF-ERR-MISSING-CREDENTIALS-SHOW-A-PATH',
  title: 'the refusal of a request without token names a file of the server',
  family: 'errors and disclosure',
  seam: 'errorDocument',
  violates: ['KRR-ERR-002'],
  inject: (error, { status }) =>
    status === 401
      ? { ...error, error_description: 'Denied by /opt/krr/conf/security.yaml' }
      : error,
}
