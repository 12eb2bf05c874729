import type { DefectAt } from '../defect.ts'

/** `sub` alone says that it is the same person as before, and not who. */
export const pidIsMissing: DefectAt<'idTokenClaims'> = {
  id: 'DEF-OP-PID-IS-MISSING',
  title: 'the ID token has no pid',
  family: 'OpenID provider',
  seam: 'idTokenClaims',
  violates: ['KRR-OP-008'],
  inject: ({ pid: _, ...claims }) => claims,
}
