import type { Exchange } from '../evidence/exchange.ts'
import type { JwsReading } from '../evidence/jws.ts'
import type { PersonContent, PersonReading } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { personIsAsDocumented } from '../rules/body/001-person-is-as-documented.ts'
import { personidentifikatorIsWhoLoggedIn } from '../rules/body/002-personidentifikator-is-who-logged-in.ts'
import { personidentifikatorHasValidControlDigits } from '../rules/body/003-personidentifikator-has-valid-control-digits.ts'
import { codesAreOfTheirLists } from '../rules/body/004-codes-are-of-their-lists.ts'
import { spraakIsAKnownCode } from '../rules/body/005-spraak-is-a-known-code.ts'
import { timestampsAreInstants } from '../rules/body/006-timestamps-are-instants.ts'
import { noTimestampLiesInTheFuture } from '../rules/body/007-no-timestamp-lies-in-the-future.ts'
import { whoIsNotRegisteredHasNoContactData } from '../rules/body/008-who-is-not-registered-has-no-contact-data.ts'
import { reservasjonstidspunktOnlyWhenReserved } from '../rules/body/009-reservasjonstidspunkt-only-when-reserved.ts'
import { whoIsOutOfReachCannotBeNotified } from '../rules/body/010-who-is-out-of-reach-cannot-be-notified.ts'
import { whoCannotBeNotifiedIsFilteredOrNot } from '../rules/body/011-who-cannot-be-notified-is-filtered-or-not.ts'
import { epostadresseIsAnAddress } from '../rules/body/012-epostadresse-is-an-address.ts'
import { mobiltelefonnummerHasTheDocumentedForm } from '../rules/body/013-mobiltelefonnummer-has-the-documented-form.ts'
import { valuesComeWithTheirTimes } from '../rules/body/014-values-come-with-their-times.ts'
import { sertifikatIsX509 } from '../rules/body/015-sertifikat-is-x509.ts'
import { sertifikatIsPlainAndValid } from '../rules/body/016-sertifikat-is-plain-and-valid.ts'
import { certificateAndMailboxComeTogether } from '../rules/body/017-certificate-and-mailbox-come-together.ts'
import { supplierIsAnOrganisationNumber } from '../rules/body/018-supplier-is-an-organisation-number.ts'
import { contentIsStrictJson } from '../rules/body/019-content-is-strict-json.ts'
import { missingValuesAreAbsentMembers } from '../rules/body/020-missing-values-are-absent-members.ts'
import { furtherMembersAreTold } from '../rules/body/021-further-members-are-told.ts'
import { noMemberOccursTwice } from '../rules/body/023-no-member-occurs-twice.ts'
import { whoCanBeNotifiedHasAnAddress } from '../rules/body/024-who-can-be-notified-has-an-address.ts'
import { whoIsReservedHasTheTime } from '../rules/body/025-who-is-reserved-has-the-time.ts'
import { missingValuesAreNoEmptyStrings } from '../rules/body/026-missing-values-are-no-empty-strings.ts'
import { ageOfAddressesBesideVarslingsstatus } from '../rules/body/027-age-of-addresses-beside-varslingsstatus.ts'
import { aPersonIsNotPubliclyCacheable } from '../rules/http/004-a-person-is-not-publicly-cacheable.ts'
import { contentTypesAreNotGuessed } from '../rules/http/005-content-types-are-not-guessed.ts'
import { noCookieIsSet } from '../rules/http/007-no-cookie-is-set.ts'
import { aPersonIsNotStored } from '../rules/http/010-a-person-is-not-stored.ts'
import { contentIsOneCompactJws } from '../rules/jws/001-content-is-one-compact-jws.ts'
import { algIsAnAsymmetricSignature } from '../rules/jws/002-alg-is-an-asymmetric-signature.ts'
import { signatureVerifiesWithX5c } from '../rules/jws/003-signature-verifies-with-x5c.ts'
import { eachCertificateCertifiesTheOneBefore } from '../rules/jws/004-each-certificate-certifies-the-one-before.ts'
import { signingCertificateIsValidAndStrong } from '../rules/jws/005-signing-certificate-is-valid-and-strong.ts'
import { chainLeadsToWhatIsTrusted } from '../rules/jws/006-chain-leads-to-what-is-trusted.ts'
import { certificateIsOfTheExpectedOrganisation } from '../rules/jws/007-certificate-is-of-the-expected-organisation.ts'
import { noCriticalExtensionIsInUse } from '../rules/jws/008-no-critical-extension-is-in-use.ts'
import { payloadIsAPerson } from '../rules/jws/009-payload-is-a-person.ts'
import { registeredTimesHoldNow } from '../rules/jws/010-registered-times-hold-now.ts'
import { contentIsInTheCodingThatItNames } from '../rules/neg/010-content-is-in-the-coding-that-it-names.ts'
import { readScopesYieldTheBaseMembers } from '../rules/scope/001-read-scopes-yield-the-base-members.ts'
import { contactScopeYieldsContactData } from '../rules/scope/002-contact-scope-yields-contact-data.ts'
import { noContactDataWithoutItsScope } from '../rules/scope/003-no-contact-data-without-its-scope.ts'
import { mailboxScopeYieldsTheMailbox } from '../rules/scope/004-mailbox-scope-yields-the-mailbox.ts'
import { noMailboxWithoutItsScope } from '../rules/scope/005-no-mailbox-without-its-scope.ts'
import { noStatusOrLanguageWithoutTheContactScope } from '../rules/scope/011-no-status-or-language-without-the-contact-scope.ts'
import {
  type PublishedReading,
  personIsWhatTheDocumentSays,
} from '../rules/spec/005-person-is-what-the-document-says.ts'
import type { Conforms } from './conforms.ts'
import { type Once, once } from './once.ts'
import { type Asking, getPerson, jwsReadingOf } from './readings.ts'
import type { World } from './world.ts'

/** Declares the rules of the signed representation, each of one answer; KRR-JWS-011 is of all of them. */
export const judgeJws = (
  conforms: Conforms,
  world: World,
  asking: Asking,
  answered: Once<Exchange> = once(() => getPerson(world, asking)),
): void => {
  conforms(
    contentIsOneCompactJws,
    once(async () => requireAnswer(asking, await answered())),
  )
  judgeSignature(
    conforms,
    world,
    once(() => jwsReadingOf(world, asking, answered())),
  )
}

/** Declares the rules of a JWS, whatever it was asked for with. */
export const judgeSignature = (conforms: Conforms, world: World, jws: Once<JwsReading>): void => {
  const trusted = once(async () => {
    const { keyName, trustAnchors, jwsPin } = world.target.environment
    if (trustAnchors.length > 0 || jwsPin !== undefined) return jws()
    throw new EvidenceUnavailableError(
      `neither KRR_${keyName}_TRUST_ANCHORS nor KRR_${keyName}_JWS_PIN is set`,
      { verdict: 'not-exercised' },
    )
  })

  conforms(algIsAnAsymmetricSignature, jws)
  conforms(signatureVerifiesWithX5c, jws)
  conforms(eachCertificateCertifiesTheOneBefore, jws)
  conforms(signingCertificateIsValidAndStrong, jws)
  conforms(chainLeadsToWhatIsTrusted, trusted)
  conforms(certificateIsOfTheExpectedOrganisation, jws)
  conforms(noCriticalExtensionIsInUse, jws)
  conforms(payloadIsAPerson, jws)
  conforms(registeredTimesHoldNow, jws)
}

/** Only a 200 must be a JWS; what else came is the matter of other rules. */
const requireAnswer = (asking: Asking, exchange: Exchange): Exchange => {
  const { status } = exchange.response
  if (status === 200) return exchange
  const mayBeRefused = !asking.scopes.some((scope) => scope.endsWith('.read'))
  throw new EvidenceUnavailableError(`no JWS to judge: status ${status}`, {
    verdict: mayBeRefused && (status === 401 || status === 403) ? 'not-applicable' : 'inconclusive',
  })
}

/** Declares what holds for the fields that a person comes with, whoever it is and however it was asked for. */
export const judgeDelivery = (conforms: Conforms, exchange: Once<Exchange>): void => {
  conforms(contentIsInTheCodingThatItNames, exchange)
  conforms(aPersonIsNotPubliclyCacheable, exchange)
  conforms(contentTypesAreNotGuessed, exchange)
  conforms(noCookieIsSet, exchange)
  conforms(aPersonIsNotStored, exchange)
}

/** Declares every rule that holds for a person wherever it comes: any scopes, either representation, any state. */
export const judgePerson = (
  conforms: Conforms,
  content: Once<PersonContent>,
  reading: Once<PersonReading>,
): void => {
  conforms(contentIsStrictJson, content)
  conforms(noMemberOccursTwice, content)

  conforms(personIsAsDocumented, reading)
  conforms(personidentifikatorIsWhoLoggedIn, reading)
  conforms(personidentifikatorHasValidControlDigits, reading)
  conforms(codesAreOfTheirLists, reading)
  conforms(spraakIsAKnownCode, reading)
  conforms(timestampsAreInstants, reading)
  conforms(noTimestampLiesInTheFuture, reading)
  conforms(whoIsNotRegisteredHasNoContactData, reading)
  conforms(reservasjonstidspunktOnlyWhenReserved, reading)
  conforms(whoIsOutOfReachCannotBeNotified, reading)
  conforms(whoCannotBeNotifiedIsFilteredOrNot, reading)
  conforms(epostadresseIsAnAddress, reading)
  conforms(mobiltelefonnummerHasTheDocumentedForm, reading)
  conforms(valuesComeWithTheirTimes, reading)
  conforms(sertifikatIsX509, reading)
  conforms(sertifikatIsPlainAndValid, reading)
  conforms(certificateAndMailboxComeTogether, reading)
  conforms(supplierIsAnOrganisationNumber, reading)
  conforms(missingValuesAreAbsentMembers, reading)
  conforms(missingValuesAreNoEmptyStrings, reading)
  conforms(furtherMembersAreTold, reading)
  conforms(whoCanBeNotifiedHasAnAddress, reading)
  conforms(ageOfAddressesBesideVarslingsstatus, reading)
  conforms(whoIsReservedHasTheTime, reading)

  conforms(readScopesYieldTheBaseMembers, reading)
  conforms(contactScopeYieldsContactData, reading)
  conforms(mailboxScopeYieldsTheMailbox, reading)
  judgeWithheld(conforms, reading)
}

/** Declares what a person must not hold without the scopes for it. */
export const judgeWithheld = (conforms: Conforms, reading: Once<PersonReading>): void => {
  conforms(noContactDataWithoutItsScope, reading)
  conforms(noMailboxWithoutItsScope, reading)
  conforms(noStatusOrLanguageWithoutTheContactScope, reading)
}

/**
 * Declares what holds for the language and its time in a person read after a change. All else is as it was before
 * (KRR-PATCH-004), and was judged then.
 */
export const judgeLanguage = (conforms: Conforms, published: Once<PublishedReading>): void => {
  const reading = once(async () => (await published()).reading)

  conforms(personIsAsDocumented, reading)
  conforms(spraakIsAKnownCode, reading)
  conforms(timestampsAreInstants, reading)
  conforms(noTimestampLiesInTheFuture, reading)
  conforms(valuesComeWithTheirTimes, reading)
  conforms(missingValuesAreAbsentMembers, reading)
  conforms(missingValuesAreNoEmptyStrings, reading)
  conforms(personIsWhatTheDocumentSays, published)
}
