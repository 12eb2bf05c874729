import type { DefectAt } from '../defect.ts'

/** As where the scheme is left to the gateway, which knows both. */
export const basicIsTakenForBearer: DefectAt<'credentials'> = {
  id: 'DEF-AUTH-BASIC-IS-TAKEN-FOR-BEARER',
  title: 'a token under the scheme Basic is accepted',
  family: 'authentication',
  seam: 'credentials',
  violates: ['KRR-AUTH-013'],
  inject: (credentials) =>
    credentials?.scheme === 'Basic' ? { ...credentials, scheme: 'Bearer' } : credentials,
}
