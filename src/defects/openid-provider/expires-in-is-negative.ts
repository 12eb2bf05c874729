import type { DefectAt } from '../defect.ts'

/** What is left of a time that was counted from the login. */
export const expiresInIsNegative: DefectAt<'tokenResponse'> = {
  id: 'DEF-OP-EXPIRES-IN-IS-NEGATIVE',
  title: 'expires_in is negative',
  family: 'OpenID provider',
  seam: 'tokenResponse',
  violates: ['KRR-OP-013'],
  inject: ({ body, ...response }) => ({ ...response, body: { ...body, expires_in: -120 } }),
}
