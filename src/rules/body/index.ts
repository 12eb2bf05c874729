import type { AnyRule } from '../rule.ts'
import { personIsAsDocumented } from './001-person-is-as-documented.ts'
import { personidentifikatorIsWhoLoggedIn } from './002-personidentifikator-is-who-logged-in.ts'
import { personidentifikatorHasValidControlDigits } from './003-personidentifikator-has-valid-control-digits.ts'
import { codesAreOfTheirLists } from './004-codes-are-of-their-lists.ts'
import { spraakIsAKnownCode } from './005-spraak-is-a-known-code.ts'
import { timestampsAreInstants } from './006-timestamps-are-instants.ts'
import { noTimestampLiesInTheFuture } from './007-no-timestamp-lies-in-the-future.ts'
import { whoIsNotRegisteredHasNoContactData } from './008-who-is-not-registered-has-no-contact-data.ts'
import { reservasjonstidspunktOnlyWhenReserved } from './009-reservasjonstidspunkt-only-when-reserved.ts'
import { whoIsOutOfReachCannotBeNotified } from './010-who-is-out-of-reach-cannot-be-notified.ts'
import { whoCannotBeNotifiedIsFilteredOrNot } from './011-who-cannot-be-notified-is-filtered-or-not.ts'
import { epostadresseIsAnAddress } from './012-epostadresse-is-an-address.ts'
import { mobiltelefonnummerHasTheDocumentedForm } from './013-mobiltelefonnummer-has-the-documented-form.ts'
import { valuesComeWithTheirTimes } from './014-values-come-with-their-times.ts'
import { sertifikatIsX509 } from './015-sertifikat-is-x509.ts'
import { sertifikatIsPlainAndValid } from './016-sertifikat-is-plain-and-valid.ts'
import { certificateAndMailboxComeTogether } from './017-certificate-and-mailbox-come-together.ts'
import { supplierIsAnOrganisationNumber } from './018-supplier-is-an-organisation-number.ts'
import { contentIsStrictJson } from './019-content-is-strict-json.ts'
import { missingValuesAreAbsentMembers } from './020-missing-values-are-absent-members.ts'
import { furtherMembersAreTold } from './021-further-members-are-told.ts'
import { askedTwiceThePersonIsTheSame } from './022-asked-twice-the-person-is-the-same.ts'
import { noMemberOccursTwice } from './023-no-member-occurs-twice.ts'
import { whoCanBeNotifiedHasAnAddress } from './024-who-can-be-notified-has-an-address.ts'
import { whoIsReservedHasTheTime } from './025-who-is-reserved-has-the-time.ts'

/** The rules on the person document, whatever it came in. */
export const bodyRules = [
  personIsAsDocumented,
  personidentifikatorIsWhoLoggedIn,
  personidentifikatorHasValidControlDigits,
  codesAreOfTheirLists,
  spraakIsAKnownCode,
  timestampsAreInstants,
  noTimestampLiesInTheFuture,
  whoIsNotRegisteredHasNoContactData,
  reservasjonstidspunktOnlyWhenReserved,
  whoIsOutOfReachCannotBeNotified,
  whoCannotBeNotifiedIsFilteredOrNot,
  epostadresseIsAnAddress,
  mobiltelefonnummerHasTheDocumentedForm,
  valuesComeWithTheirTimes,
  sertifikatIsX509,
  sertifikatIsPlainAndValid,
  certificateAndMailboxComeTogether,
  supplierIsAnOrganisationNumber,
  contentIsStrictJson,
  missingValuesAreAbsentMembers,
  furtherMembersAreTold,
  askedTwiceThePersonIsTheSame,
  noMemberOccursTwice,
  whoCanBeNotifiedHasAnAddress,
  whoIsReservedHasTheTime,
] as const satisfies readonly AnyRule[]
