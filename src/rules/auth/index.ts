import type { AnyRule } from '../rule.ts'
import { noCredentialsAreRefused } from './001-no-credentials-are-refused.ts'
import { a401CarriesABearerChallenge } from './002-a-401-carries-a-bearer-challenge.ts'
import { whatIsNoTokenIsRefused } from './003-what-is-no-token-is-refused.ts'
import { alteredClaimsAreRefused } from './005-altered-claims-are-refused.ts'

/** Who is let in, for GET and PATCH alike. */
export const authRules = [
  noCredentialsAreRefused,
  a401CarriesABearerChallenge,
  whatIsNoTokenIsRefused,
  alteredClaimsAreRefused,
] as const satisfies readonly AnyRule[]
