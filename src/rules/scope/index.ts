import type { AnyRule } from '../rule.ts'
import { readScopesYieldTheBaseMembers } from './001-read-scopes-yield-the-base-members.ts'
import { contactScopeYieldsContactData } from './002-contact-scope-yields-contact-data.ts'
import { noContactDataWithoutItsScope } from './003-no-contact-data-without-its-scope.ts'
import { mailboxScopeYieldsTheMailbox } from './004-mailbox-scope-yields-the-mailbox.ts'
import { noMailboxWithoutItsScope } from './005-no-mailbox-without-its-scope.ts'
import { combinationsAgree } from './006-combinations-agree.ts'
import { writeScopeAloneYieldsBaseMembersOnly } from './007-write-scope-alone-yields-base-members-only.ts'
import { noKrrScopeDisclosesNoScopedMember } from './008-no-krr-scope-discloses-no-scoped-member.ts'
import { writeWithoutItsScopeIsRefused } from './009-write-without-its-scope-is-refused.ts'
import { refusedWriteIsCalledInsufficientScope } from './010-refused-write-is-called-insufficient-scope.ts'
import { noStatusOrLanguageWithoutTheContactScope } from './011-no-status-or-language-without-the-contact-scope.ts'
import { noKrrScopeIsRefused } from './012-no-krr-scope-is-refused.ts'
import { theMainTestUserIsAsExpected } from './013-the-main-test-user-is-as-expected.ts'

/** The rules on what each scope yields and what is withheld without it. */
export const scopeRules = [
  readScopesYieldTheBaseMembers,
  contactScopeYieldsContactData,
  noContactDataWithoutItsScope,
  mailboxScopeYieldsTheMailbox,
  noMailboxWithoutItsScope,
  combinationsAgree,
  writeScopeAloneYieldsBaseMembersOnly,
  noKrrScopeDisclosesNoScopedMember,
  writeWithoutItsScopeIsRefused,
  refusedWriteIsCalledInsufficientScope,
  noStatusOrLanguageWithoutTheContactScope,
  noKrrScopeIsRefused,
  theMainTestUserIsAsExpected,
] as const satisfies readonly AnyRule[]
