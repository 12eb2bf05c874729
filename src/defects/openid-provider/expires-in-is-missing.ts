import type { DefectAt } from '../defect.ts'

/** The client has to guess, or to read a token that is not for it. */
export const expiresInIsMissing: DefectAt<'tokenResponse'> = {
  id: 'DEF-OP-EXPIRES-IN-IS-MISSING',
  title: 'the token response has no expires_in',
  family: 'OpenID provider',
  seam: 'tokenResponse',
  violates: ['KRR-OP-013'],
  inject: ({ body: { expires_in: _, ...body }, ...response }) => ({ ...response, body }),
}
