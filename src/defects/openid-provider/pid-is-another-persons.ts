import type { DefectAt } from '../defect.ts'

/** A valid synthetic number, registered as well: somebody else's login was taken for this one. */
export const pidIsAnotherPersons: DefectAt<'idTokenClaims'> = {
  id: 'DEF-OP-PID-IS-ANOTHER-PERSONS',
  title: "pid of the ID token is another person's",
  family: 'OpenID provider',
  seam: 'idTokenClaims',
  violates: ['KRR-OP-008'],
  inject: (claims) => ({ ...claims, pid: '55898518042' }),
}
