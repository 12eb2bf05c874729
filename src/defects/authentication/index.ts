import type { Defect } from '../defect.ts'
import { anyTokenIsAccepted } from './any-token-is-accepted.ts'
import { challengeIsBasic } from './challenge-is-basic.ts'
import { challengeIsMissing } from './challenge-is-missing.ts'
import { getNeedsNoCredentials } from './get-needs-no-credentials.ts'
import { loginPageIsTheRefusal } from './login-page-is-the-refusal.ts'
import { patchAcceptsAnyToken } from './patch-accepts-any-token.ts'
import { patchChallengeIsMissing } from './patch-challenge-is-missing.ts'
import { patchNeedsNoCredentials } from './patch-needs-no-credentials.ts'
import { refusalWithoutCredentialsShowsThePerson } from './refusal-without-credentials-shows-the-person.ts'

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
] as const satisfies readonly Defect[]
