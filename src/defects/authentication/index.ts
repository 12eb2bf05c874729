import type { Defect } from '../defect.ts'
import { anyTokenIsAccepted } from './any-token-is-accepted.ts'
import { badTokenIsNotCalledInvalid } from './bad-token-is-not-called-invalid.ts'
import { basicIsTakenForBearer } from './basic-is-taken-for-bearer.ts'
import { challengeIsBasic } from './challenge-is-basic.ts'
import { challengeIsMissing } from './challenge-is-missing.ts'
import { expiredTokenIsAccepted } from './expired-token-is-accepted.ts'
import { expiredTokenIsAcceptedFor90Seconds } from './expired-token-is-accepted-for-90-seconds.ts'
import { getNeedsNoCredentials } from './get-needs-no-credentials.ts'
import { loginPageIsTheRefusal } from './login-page-is-the-refusal.ts'
import { patchAcceptsAQueryToken } from './patch-accepts-a-query-token.ts'
import { patchAcceptsARevokedToken } from './patch-accepts-a-revoked-token.ts'
import { patchAcceptsAnyScheme } from './patch-accepts-any-scheme.ts'
import { patchAcceptsAnyToken } from './patch-accepts-any-token.ts'
import { patchAcceptsExpiredTokens } from './patch-accepts-expired-tokens.ts'
import { patchChallengeIsMissing } from './patch-challenge-is-missing.ts'
import { patchNeedsNoCredentials } from './patch-needs-no-credentials.ts'
import { patchWithABadTokenIsABadRequest } from './patch-with-a-bad-token-is-a-bad-request.ts'
import { queryTokenIsAccepted } from './query-token-is-accepted.ts'
import { refusalWithoutCredentialsShowsThePerson } from './refusal-without-credentials-shows-the-person.ts'
import { refusalsAreForbidden } from './refusals-are-forbidden.ts'
import { revokedTokenIsAccepted } from './revoked-token-is-accepted.ts'
import { schemeIsComparedExactly } from './scheme-is-compared-exactly.ts'
import { schemeIsCutOffByItsLength } from './scheme-is-cut-off-by-its-length.ts'

/** Faults in who is let in without a token, or with what is none. */
export const authenticationDefects = [
  getNeedsNoCredentials,
  patchNeedsNoCredentials,
  loginPageIsTheRefusal,
  refusalWithoutCredentialsShowsThePerson,
  challengeIsMissing,
  challengeIsBasic,
  patchChallengeIsMissing,
  anyTokenIsAccepted,
  patchAcceptsAnyToken,
  basicIsTakenForBearer,
  patchAcceptsAnyScheme,
  schemeIsCutOffByItsLength,
  schemeIsComparedExactly,
  refusalsAreForbidden,
  badTokenIsNotCalledInvalid,
  patchWithABadTokenIsABadRequest,
  expiredTokenIsAccepted,
  patchAcceptsExpiredTokens,
  expiredTokenIsAcceptedFor90Seconds,
  revokedTokenIsAccepted,
  patchAcceptsARevokedToken,
  queryTokenIsAccepted,
  patchAcceptsAQueryToken,
] as const satisfies readonly Defect[]
