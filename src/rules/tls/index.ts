import type { AnyRule } from '../rule.ts'
import { certificateIsValidOrNamed } from './001-certificate-is-valid-or-named.ts'
import { oldVersionsAreRefused } from './002-old-versions-are-refused.ts'
import { certificateHas14DaysLeft } from './003-certificate-has-14-days-left.ts'
import { plainHttpIsRefusedOrRedirected } from './004-plain-http-is-refused-or-redirected.ts'
import { httpsIsAskedForStrictly } from './005-https-is-asked-for-strictly.ts'
import { tls13IsOffered } from './006-tls-1-3-is-offered.ts'

/** The transport's security, of an API over https. */
export const tlsRules = [
  certificateIsValidOrNamed,
  oldVersionsAreRefused,
  certificateHas14DaysLeft,
  plainHttpIsRefusedOrRedirected,
  httpsIsAskedForStrictly,
  tls13IsOffered,
] as const satisfies readonly AnyRule[]
