import type { DefectAt } from '../defect.ts'

/** RFC 6749, 5.1: numerical values are numbers. */
export const expiresInIsAString: DefectAt<'tokenResponse'> = {
  id: 'DEF-OP-EXPIRES-IN-IS-A-STRING',
  title: 'expires_in is a string of digits',
  family: 'OpenID provider',
  seam: 'tokenResponse',
  violates: ['KRR-OP-013'],
  inject: ({ body, ...response }) => ({ ...response, body: { ...body, expires_in: '120' } }),
}
