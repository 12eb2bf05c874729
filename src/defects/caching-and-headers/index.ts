import type { Defect } from '../defect.ts'
import { anyOriginMayRead } from './any-origin-may-read.ts'
import { jwsComesWithABalancerCookie } from './jws-comes-with-a-balancer-cookie.ts'
import { jwsMayBeStored } from './jws-may-be-stored.ts'
import { mailboxHasASharedLifetime } from './mailbox-has-a-shared-lifetime.ts'
import { nosniffIsMissing } from './nosniff-is-missing.ts'
import { nosniffOfAJwsIsMisspelt } from './nosniff-of-a-jws-is-misspelt.ts'
import { originIsRepeatedWithCredentials } from './origin-is-repeated-with-credentials.ts'
import { personComesWithASession } from './person-comes-with-a-session.ts'
import { personHasNoCacheControl } from './person-has-no-cache-control.ts'
import { personIsPublic } from './person-is-public.ts'
import { serverNamesItsVersion } from './server-names-its-version.ts'
import { trailingSlashIsRedirected } from './trailing-slash-is-redirected.ts'

/** Faults in what may be stored, and in what fields show and allow. */
export const headerDefects = [
  personIsPublic,
  mailboxHasASharedLifetime,
  personHasNoCacheControl,
  jwsMayBeStored,
  nosniffIsMissing,
  nosniffOfAJwsIsMisspelt,
  anyOriginMayRead,
  originIsRepeatedWithCredentials,
  personComesWithASession,
  jwsComesWithABalancerCookie,
  serverNamesItsVersion,
  trailingSlashIsRedirected,
] as const satisfies readonly Defect[]
