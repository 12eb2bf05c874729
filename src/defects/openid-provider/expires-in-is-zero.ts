import type { DefectAt } from '../defect.ts'

/** A client that believes it never uses the token. */
export const expiresInIsZero: DefectAt<'tokenResponse'> = {
  id: 'DEF-OP-EXPIRES-IN-IS-ZERO',
  title: 'expires_in is 0',
  family: 'OpenID provider',
  seam: 'tokenResponse',
  violates: ['KRR-OP-013'],
  inject: ({ body, ...response }) => ({ ...response, body: { ...body, expires_in: 0 } }),
}
