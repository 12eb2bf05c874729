import type { Defect } from '../defect.ts'
import { blindAddressRequired } from './blind-address-required.ts'
import { blindAddressTwice } from './blind-address-twice.ts'
import { blindBackInTime } from './blind-back-in-time.ts'
import { blindBothReadersWrite } from './blind-both-readers-write.ts'
import { blindCachedByToken } from './blind-cached-by-token.ts'
import { blindChangeErasesMailbox } from './blind-change-erases-mailbox.ts'
import { blindClassName } from './blind-class-name.ts'
import { blindClockAhead } from './blind-clock-ahead.ts'
import { blindConfirmsMobile } from './blind-confirms-mobile.ts'
import { blindCookieWithRefusal } from './blind-cookie-with-refusal.ts'
import { blindCritNamesX5c } from './blind-crit-names-x5c.ts'
import { blindDeletedMailbox } from './blind-deleted-mailbox.ts'
import { blindDeletedNumberMoved } from './blind-deleted-number-moved.ts'
import { blindDpop } from './blind-dpop.ts'
import { blindEmptyContact } from './blind-empty-contact.ts'
import { blindEmptyCrit } from './blind-empty-crit.ts'
import { blindEmptyNumber } from './blind-empty-number.ts'
import { blindExceptionField } from './blind-exception-field.ts'
import { blindExpiredMailbox } from './blind-expired-mailbox.ts'
import { blindExpiredWithoutChallenge } from './blind-expired-without-challenge.ts'
import { blindFallsBack } from './blind-falls-back.ts'
import { blindFalsyClears } from './blind-falsy-clears.ts'
import { blindFebruary } from './blind-february.ts'
import { blindGzipJws } from './blind-gzip-jws.ts'
import { blindGzipLatin1 } from './blind-gzip-latin-1.ts'
import { blindGzipLineEnd } from './blind-gzip-line-end.ts'
import { blindHeadOfNoLength } from './blind-head-of-no-length.ts'
import { blindHeadType } from './blind-head-type.ts'
import { blindHeadWithoutToken } from './blind-head-without-token.ts'
import { blindHeaderRequired } from './blind-header-required.ts'
import { blindHstsZero } from './blind-hsts-zero.ts'
import { blindIatInMilliseconds } from './blind-iat-in-milliseconds.ts'
import { blindJsonPatch } from './blind-json-patch.ts'
import { blindJwsForAnybody } from './blind-jws-for-anybody.ts'
import { blindJwsStampLate } from './blind-jws-stamp-late.ts'
import { blindJwsStored } from './blind-jws-stored.ts'
import { blindJwsWithoutCredentials } from './blind-jws-without-credentials.ts'
import { blindLanguageList } from './blind-language-list.ts'
import { blindLanguageWithMailbox } from './blind-language-with-mailbox.ts'
import { blindLowAcrForMailbox } from './blind-low-acr-for-mailbox.ts'
import { blindMailboxTakenOver } from './blind-mailbox-taken-over.ts'
import { blindMethodUnhandled } from './blind-method-unhandled.ts'
import { blindMobileInPairs } from './blind-mobile-in-pairs.ts'
import { blindNestedContact } from './blind-nested-contact.ts'
import { blindNullClears } from './blind-null-clears.ts'
import { blindNullReservationTime } from './blind-null-reservation-time.ts'
import { blindNumberForWantOfMailbox } from './blind-number-for-want-of-mailbox.ts'
import { blindNumberInGroups } from './blind-number-in-groups.ts'
import { blindOffsetOfADay } from './blind-offset-of-a-day.ts'
import { blindOrdinal } from './blind-ordinal.ts'
import { blindOriginNull } from './blind-origin-null.ts'
import { blindOwnTimestamp } from './blind-own-timestamp.ts'
import { blindPatchExpired } from './blind-patch-expired.ts'
import { blindPatchOtherIssuer } from './blind-patch-other-issuer.ts'
import { blindPatchOwnJwk } from './blind-patch-own-jwk.ts'
import { blindPatchScheme } from './blind-patch-scheme.ts'
import { blindPatchUnsecuredForbidden } from './blind-patch-unsecured-forbidden.ts'
import { blindPatchWithoutChallenge } from './blind-patch-without-challenge.ts'
import { blindPayloadCompressed } from './blind-payload-compressed.ts'
import { blindPidLeftOut } from './blind-pid-left-out.ts'
import { blindPrimesPublished } from './blind-primes-published.ts'
import { blindQualityZero } from './blind-quality-zero.ts'
import { blindReadingConfirms } from './blind-reading-confirms.ts'
import { blindRedirectStaysPlain } from './blind-redirect-stays-plain.ts'
import { blindRefusalNamesMailbox } from './blind-refusal-names-mailbox.ts'
import { blindRefusalUnnamed } from './blind-refusal-unnamed.ts'
import { blindReservationUnseen } from './blind-reservation-unseen.ts'
import { blindReservedInJws } from './blind-reserved-in-jws.ts'
import { blindReservedWithoutStatus } from './blind-reserved-without-status.ts'
import { blindRootSecond } from './blind-root-second.ts'
import { blindSchemeCapitals } from './blind-scheme-capitals.ts'
import { blindSchemeLeftOut } from './blind-scheme-left-out.ts'
import { blindSecondAudience } from './blind-second-audience.ts'
import { blindSecondCacheLine } from './blind-second-cache-line.ts'
import { blindSecondKey } from './blind-second-key.ts'
import { blindSecretInDer } from './blind-secret-in-der.ts'
import { blindSharedAgeInCapitals } from './blind-shared-age-in-capitals.ts'
import { blindSignatureRemembered } from './blind-signature-remembered.ts'
import { blindSpentCodeError } from './blind-spent-code-error.ts'
import { blindStaleSignature } from './blind-stale-signature.ts'
import { blindStampAsList } from './blind-stamp-as-list.ts'
import { blindStatusOf415 } from './blind-status-of-415.ts'
import { blindStrangerSignsReserved } from './blind-stranger-signs-reserved.ts'
import { blindTokenOutlivesExpiresIn } from './blind-token-outlives-expires-in.ts'
import { blindTrailingText } from './blind-trailing-text.ts'
import { blindTypeMirrored } from './blind-type-mirrored.ts'
import { blindUnregisteredPublic } from './blind-unregistered-public.ts'
import { blindUnregisteredReservedSince } from './blind-unregistered-reserved-since.ts'
import { blindUnwrapsArray } from './blind-unwraps-array.ts'
import { blindWeightsAsIntegers } from './blind-weights-as-integers.ts'
import { blindWriterSeesMailbox } from './blind-writer-sees-mailbox.ts'

/**
 * Written from the contract alone, by somebody who had seen neither a rule nor a suite. docs/defects.md says which of
 * them were caught at once.
 */
export const blindDefects = [
  blindDpop,
  blindExpiredWithoutChallenge,
  blindPatchWithoutChallenge,
  blindPatchExpired,
  blindPatchOwnJwk,
  blindPatchOtherIssuer,
  blindPatchScheme,
  blindSchemeCapitals,
  blindSignatureRemembered,
  blindAddressTwice,
  blindClockAhead,
  blindDeletedMailbox,
  blindExpiredMailbox,
  blindReadingConfirms,
  blindReservedInJws,
  blindFebruary,
  blindClassName,
  blindNumberInGroups,
  blindStatusOf415,
  blindCookieWithRefusal,
  blindHeadType,
  blindHeadWithoutToken,
  blindJwsStored,
  blindOriginNull,
  blindSecondCacheLine,
  blindEmptyCrit,
  blindRootSecond,
  blindSecondKey,
  blindQualityZero,
  blindTypeMirrored,
  blindSecondAudience,
  blindPidLeftOut,
  blindSpentCodeError,
  blindTokenOutlivesExpiresIn,
  blindBackInTime,
  blindConfirmsMobile,
  blindNullClears,
  blindOrdinal,
  blindCachedByToken,
  blindOwnTimestamp,
  blindTrailingText,
  blindUnwrapsArray,
  blindJwsForAnybody,
  blindLanguageWithMailbox,
  blindRefusalUnnamed,
  blindLanguageList,
  blindHstsZero,
  blindRedirectStaysPlain,
  blindJwsWithoutCredentials,
  blindPatchUnsecuredForbidden,
  blindBothReadersWrite,
  blindEmptyContact,
  blindNullReservationTime,
  blindOffsetOfADay,
  blindUnregisteredReservedSince,
  blindWeightsAsIntegers,
  blindGzipJws,
  blindStaleSignature,
  blindIatInMilliseconds,
  blindStrangerSignsReserved,
  blindFalsyClears,
  blindNestedContact,
  blindExceptionField,
  blindMobileInPairs,
  blindHeadOfNoLength,
  blindSharedAgeInCapitals,
  blindLowAcrForMailbox,
  blindHeaderRequired,
  blindSchemeLeftOut,
  blindSecretInDer,
  blindNumberForWantOfMailbox,
  blindWriterSeesMailbox,
  blindReservedWithoutStatus,
  blindEmptyNumber,
  blindDeletedNumberMoved,
  blindStampAsList,
  blindReservationUnseen,
  blindJwsStampLate,
  blindGzipLatin1,
  blindCritNamesX5c,
  blindPayloadCompressed,
  blindGzipLineEnd,
  blindChangeErasesMailbox,
  blindFallsBack,
  blindJsonPatch,
  blindMailboxTakenOver,
  blindMethodUnhandled,
  blindRefusalNamesMailbox,
  blindUnregisteredPublic,
  blindPrimesPublished,
  blindAddressRequired,
] as const satisfies readonly Defect[]
