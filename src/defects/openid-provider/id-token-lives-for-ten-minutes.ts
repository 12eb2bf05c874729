import type { DefectAt } from '../defect.ts'

/** Longer than the others, and nothing forbids it. */
export const idTokenLivesForTenMinutes: DefectAt<'idTokenClaims'> = {
  id: 'DEF-OP-ID-TOKEN-LIVES-FOR-TEN-MINUTES',
  title: 'the ID token lives for ten minutes',
  family: 'OpenID provider',
  seam: 'idTokenClaims',
  violates: [],
  observes: [{ rule: 'KRR-OP-012', met: 'ID token for 600 s' }],
  inject: ({ exp, ...claims }) => ({ ...claims, exp: Number(exp) + 480 }),
}
