import type { Defect } from '../defect.ts'
import { authDpopWithoutProof } from './auth-dpop-without-proof.ts'
import { authNoChallengeForExpiredToken } from './auth-no-challenge-for-expired-token.ts'
import { authNoChallengeForPatch } from './auth-no-challenge-for-patch.ts'
import { authPatchTakesExpiredToken } from './auth-patch-takes-expired-token.ts'
import { authPatchTakesKeyInHeader } from './auth-patch-takes-key-in-header.ts'
import { authPatchTakesOtherIssuer } from './auth-patch-takes-other-issuer.ts'
import { authPatchWantsCapitalScheme } from './auth-patch-wants-capital-scheme.ts'
import { authSchemeInCapitalsRefused } from './auth-scheme-in-capitals-refused.ts'
import { authVerifiedSignatureRemembered } from './auth-verified-signature-remembered.ts'
import { bodyAddressTwiceInJws } from './body-address-twice-in-jws.ts'
import { bodyClockAheadWhenPatched } from './body-clock-ahead-when-patched.ts'
import { bodyDeletedKeepsMailbox } from './body-deleted-keeps-mailbox.ts'
import { bodyExpiredKeepsMailbox } from './body-expired-keeps-mailbox.ts'
import { bodyReadingCountsAsConfirming } from './body-reading-counts-as-confirming.ts'
import { bodyReservedCanBeNotifiedInJws } from './body-reserved-can-be-notified-in-jws.ts'
import { bodyThirtiethOfFebruary } from './body-thirtieth-of-february.ts'
import { errClassNameForBadLanguage } from './err-class-name-for-bad-language.ts'
import { errNumberInTwoGroups } from './err-number-in-two-groups.ts'
import { errStatusOfUnsupportedType } from './err-status-of-unsupported-type.ts'
import { httpCookieWithRefusal } from './http-cookie-with-refusal.ts'
import { httpHeadSaysJson } from './http-head-says-json.ts'
import { httpHeadWithoutToken } from './http-head-without-token.ts'
import { httpJwsMayBeStored } from './http-jws-may-be-stored.ts'
import { httpOpenToOriginNull } from './http-open-to-origin-null.ts'
import { httpSecondCacheLine } from './http-second-cache-line.ts'
import { jwsEmptyCrit } from './jws-empty-crit.ts'
import { jwsRootBeforeIntermediate } from './jws-root-before-intermediate.ts'
import { jwsSecondKey } from './jws-second-key.ts'
import { negQualityZeroIsNothing } from './neg-quality-zero-is-nothing.ts'
import { negTypeMirrored } from './neg-type-mirrored.ts'
import { opIdTokenForAnotherToo } from './op-id-token-for-another-too.ts'
import { opPidLeftOutWithoutUserScopes } from './op-pid-left-out-without-user-scopes.ts'
import { opSpentCodeIsABadRequest } from './op-spent-code-is-a-bad-request.ts'
import { opTokenOutlivesExpiresIn } from './op-token-outlives-expires-in.ts'
import { patchBackInTime } from './patch-back-in-time.ts'
import { patchConfirmsMobileNumber } from './patch-confirms-mobile-number.ts'
import { patchNullRefusedAndCleared } from './patch-null-refused-and-cleared.ts'
import { patchNumberIsAnOrdinal } from './patch-number-is-an-ordinal.ts'
import { patchSeenByItsOwnTokenOnly } from './patch-seen-by-its-own-token-only.ts'
import { patchSetsItsOwnTime } from './patch-sets-its-own-time.ts'
import { patchTrailingTextPassedOver } from './patch-trailing-text-passed-over.ts'
import { patchUnwrapsArray } from './patch-unwraps-array.ts'
import { scopeJwsForAnybody } from './scope-jws-for-anybody.ts'
import { scopeLanguageForMailboxReader } from './scope-language-for-mailbox-reader.ts'
import { scopeMailboxRefusalUnnamed } from './scope-mailbox-refusal-unnamed.ts'
import { specLanguageListTooShort } from './spec-language-list-too-short.ts'
import { tlsHstsForNoTime } from './tls-hsts-for-no-time.ts'
import { tlsRedirectStaysPlain } from './tls-redirect-stays-plain.ts'

/**
 * Written from the contract alone, by somebody who had seen neither a rule nor a suite. docs/defects.md says which of
 * them were caught at once.
 */
export const blindDefects: readonly Defect[] = [
  authDpopWithoutProof,
  authNoChallengeForExpiredToken,
  authNoChallengeForPatch,
  authPatchTakesExpiredToken,
  authPatchTakesKeyInHeader,
  authPatchTakesOtherIssuer,
  authPatchWantsCapitalScheme,
  authSchemeInCapitalsRefused,
  authVerifiedSignatureRemembered,
  bodyAddressTwiceInJws,
  bodyClockAheadWhenPatched,
  bodyDeletedKeepsMailbox,
  bodyExpiredKeepsMailbox,
  bodyReadingCountsAsConfirming,
  bodyReservedCanBeNotifiedInJws,
  bodyThirtiethOfFebruary,
  errClassNameForBadLanguage,
  errNumberInTwoGroups,
  errStatusOfUnsupportedType,
  httpCookieWithRefusal,
  httpHeadSaysJson,
  httpHeadWithoutToken,
  httpJwsMayBeStored,
  httpOpenToOriginNull,
  httpSecondCacheLine,
  jwsEmptyCrit,
  jwsRootBeforeIntermediate,
  jwsSecondKey,
  negQualityZeroIsNothing,
  negTypeMirrored,
  opIdTokenForAnotherToo,
  opPidLeftOutWithoutUserScopes,
  opSpentCodeIsABadRequest,
  opTokenOutlivesExpiresIn,
  patchBackInTime,
  patchConfirmsMobileNumber,
  patchNullRefusedAndCleared,
  patchNumberIsAnOrdinal,
  patchSeenByItsOwnTokenOnly,
  patchSetsItsOwnTime,
  patchTrailingTextPassedOver,
  patchUnwrapsArray,
  scopeJwsForAnybody,
  scopeLanguageForMailboxReader,
  scopeMailboxRefusalUnnamed,
  specLanguageListTooShort,
  tlsHstsForNoTime,
  tlsRedirectStaysPlain,
]
