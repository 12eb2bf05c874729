import type { Defect } from '../defect.ts'
import { certificateEndsIn13Days } from './certificate-ends-in-13-days.ts'
import { certificateHasExpired } from './certificate-has-expired.ts'
import { certificateIsForAnotherHost } from './certificate-is-for-another-host.ts'
import { httpsIsAskedForNoLonger } from './https-is-asked-for-no-longer.ts'
import { httpsIsNotAskedForStrictly } from './https-is-not-asked-for-strictly.ts'
import { plainHttpIsRedirectedToPlainHttp } from './plain-http-is-redirected-to-plain-http.ts'
import { plainHttpIsServed } from './plain-http-is-served.ts'
import { tls10IsAccepted } from './tls-1-0-is-accepted.ts'
import { tls11IsAccepted } from './tls-1-1-is-accepted.ts'
import { tls13IsNotOffered } from './tls-1-3-is-not-offered.ts'

/** Faults of the transport's security. */
export const tlsDefects = [
  certificateHasExpired,
  certificateIsForAnotherHost,
  certificateEndsIn13Days,
  tls10IsAccepted,
  tls11IsAccepted,
  tls13IsNotOffered,
  plainHttpIsServed,
  plainHttpIsRedirectedToPlainHttp,
  httpsIsNotAskedForStrictly,
  httpsIsAskedForNoLonger,
] as const satisfies readonly Defect[]
