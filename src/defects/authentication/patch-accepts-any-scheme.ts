import type { DefectAt } from '../defect.ts'

/** What stands before the first blank is passed over. */
export const patchAcceptsAnyScheme: DefectAt<'credentials'> = {
  id: 'DEF-AUTH-PATCH-ACCEPTS-ANY-SCHEME',
  title: 'PATCH accepts a token under any scheme',
  family: 'authentication',
  seam: 'credentials',
  violates: ['KRR-AUTH-013'],
  inject: (credentials, { request }) =>
    credentials !== undefined && request.method === 'PATCH'
      ? { ...credentials, scheme: 'Bearer' }
      : credentials,
}
