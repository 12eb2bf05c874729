import type { Defect } from '../defect.ts'
import { contactReadersMayWrite } from './contact-readers-may-write.ts'
import { contactReadersSeeTheCertificate } from './contact-readers-see-the-certificate.ts'
import { eMailAddressChangesBesideTheMailbox } from './e-mail-address-changes-beside-the-mailbox.ts'
import { insufficientScopeIs401 } from './insufficient-scope-is-401.ts'
import { insufficientScopeIsCalledInvalidToken } from './insufficient-scope-is-called-invalid-token.ts'
import { insufficientScopeIsNotExplained } from './insufficient-scope-is-not-explained.ts'
import { jwsHasNoStatus } from './jws-has-no-status.ts'
import { jwsOfMailboxReadersHasContactData } from './jws-of-mailbox-readers-has-contact-data.ts'
import { mailboxHasNoCertificate } from './mailbox-has-no-certificate.ts'
import { mailboxIsMissingBesideContactData } from './mailbox-is-missing-beside-contact-data.ts'
import { mailboxReadersSeeContactData } from './mailbox-readers-see-contact-data.ts'
import { mailboxReadersSeeNoStatus } from './mailbox-readers-see-no-status.ts'
import { mailboxReadersSeeVarslingsstatus } from './mailbox-readers-see-varslingsstatus.ts'
import { mobileNumberIsMissingBesideTheMailbox } from './mobile-number-is-missing-beside-the-mailbox.ts'
import { noKrrScopeIsNotFound } from './no-krr-scope-is-not-found.ts'
import { noKrrScopeMayWrite } from './no-krr-scope-may-write.ts'
import { noKrrScopeYieldsContactData } from './no-krr-scope-yields-contact-data.ts'
import { noKrrScopeYieldsTheBaseMembers } from './no-krr-scope-yields-the-base-members.ts'
import { refusalForWantOfScopeShowsVarslingsstatus } from './refusal-for-want-of-scope-shows-varslingsstatus.ts'
import { spraakIsShownToWritersOnly } from './spraak-is-shown-to-writers-only.ts'
import { varslingsstatusIsMissing } from './varslingsstatus-is-missing.ts'
import { writeScopeAloneIsNotAcceptable } from './write-scope-alone-is-not-acceptable.ts'
import { writeScopeAloneSeesDigitalPost } from './write-scope-alone-sees-digital-post.ts'
import { writersOfContactReadersSeeTheMailbox } from './writers-of-contact-readers-see-the-mailbox.ts'
import { writersSeeNoReservationTime } from './writers-see-no-reservation-time.ts'
import { writersSeeSpraak } from './writers-see-spraak.ts'

/** Faults in what a scope yields, and in what is kept from who has it not. */
export const scopeDefects = [
  mailboxReadersSeeNoStatus,
  jwsHasNoStatus,
  varslingsstatusIsMissing,
  mobileNumberIsMissingBesideTheMailbox,
  spraakIsShownToWritersOnly,
  mailboxReadersSeeContactData,
  jwsOfMailboxReadersHasContactData,
  mailboxReadersSeeVarslingsstatus,
  writersSeeSpraak,
  mailboxHasNoCertificate,
  mailboxIsMissingBesideContactData,
  contactReadersSeeTheCertificate,
  writersOfContactReadersSeeTheMailbox,
  eMailAddressChangesBesideTheMailbox,
  writersSeeNoReservationTime,
  writeScopeAloneIsNotAcceptable,
  writeScopeAloneSeesDigitalPost,
  noKrrScopeYieldsContactData,
  refusalForWantOfScopeShowsVarslingsstatus,
  noKrrScopeYieldsTheBaseMembers,
  noKrrScopeIsNotFound,
  contactReadersMayWrite,
  noKrrScopeMayWrite,
  insufficientScopeIsCalledInvalidToken,
  insufficientScopeIs401,
  insufficientScopeIsNotExplained,
] as const satisfies readonly Defect[]
