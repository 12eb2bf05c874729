import type { AnyRule } from '../rule.ts'
import { personIsAsDocumented } from './001-person-is-as-documented.ts'
import { personidentifikatorIsWhoLoggedIn } from './002-personidentifikator-is-who-logged-in.ts'
import { personidentifikatorHasValidControlDigits } from './003-personidentifikator-has-valid-control-digits.ts'
import { codesAreOfTheirLists } from './004-codes-are-of-their-lists.ts'
import { spraakIsAKnownCode } from './005-spraak-is-a-known-code.ts'
import { timestampsAreInstants } from './006-timestamps-are-instants.ts'
import { whoIsNotRegisteredHasNoContactData } from './008-who-is-not-registered-has-no-contact-data.ts'
import { reservasjonstidspunktOnlyWhenReserved } from './009-reservasjonstidspunkt-only-when-reserved.ts'
import { whoIsOutOfReachCannotBeNotified } from './010-who-is-out-of-reach-cannot-be-notified.ts'
import { sertifikatIsX509 } from './015-sertifikat-is-x509.ts'
import { contentIsStrictJson } from './019-content-is-strict-json.ts'
import { missingValuesAreAbsentMembers } from './020-missing-values-are-absent-members.ts'
import { askedTwiceThePersonIsTheSame } from './022-asked-twice-the-person-is-the-same.ts'
import { noMemberOccursTwice } from './023-no-member-occurs-twice.ts'
import { whoCanBeNotifiedHasAnAddress } from './024-who-can-be-notified-has-an-address.ts'

/** The rules on the person document, whatever it came in. */
export const bodyRules = [
  personIsAsDocumented,
  personidentifikatorIsWhoLoggedIn,
  personidentifikatorHasValidControlDigits,
  codesAreOfTheirLists,
  spraakIsAKnownCode,
  timestampsAreInstants,
  whoIsNotRegisteredHasNoContactData,
  reservasjonstidspunktOnlyWhenReserved,
  whoIsOutOfReachCannotBeNotified,
  sertifikatIsX509,
  contentIsStrictJson,
  missingValuesAreAbsentMembers,
  askedTwiceThePersonIsTheSame,
  noMemberOccursTwice,
  whoCanBeNotifiedHasAnAddress,
] as const satisfies readonly AnyRule[]
