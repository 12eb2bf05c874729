import type { AnyRule } from '../rule.ts'
import { languageChangeIsAccepted } from './001-language-change-is-accepted.ts'
import { acceptedChangeIs204WithoutContent } from './002-accepted-change-is-204-without-content.ts'
import { changeIsSeenAtOnce } from './003-change-is-seen-at-once.ts'
import { nothingButTheLanguageChanges } from './004-nothing-but-the-language-changes.ts'
import { languageTimestampMovesForward } from './005-language-timestamp-moves-forward.ts'
import { sameChangeAgainLeavesTheSameState } from './006-same-change-again-leaves-the-same-state.ts'
import { unknownCodeIsNeverStored } from './007-unknown-code-is-never-stored.ts'
import { whatIsNoCodeChangesNothing } from './008-what-is-no-code-changes-nothing.ts'
import { whatIsNoJsonIsRefused } from './009-what-is-no-json-is-refused.ts'
import { otherMembersChangeNothing } from './010-other-members-change-nothing.ts'
import { otherMediaTypesAre415 } from './011-other-media-types-are-415.ts'
import { largeDocumentsAreNoServerError } from './012-large-documents-are-no-server-error.ts'
import { oneOfTwoChangesAtOnceStands } from './013-one-of-two-changes-at-once-stands.ts'
import { languageIsLeftAsFound } from './014-language-is-left-as-found.ts'
import { unknownCodesAreRefused } from './015-unknown-codes-are-refused.ts'

/** The rules on changing the language, round trip. */
export const patchRules = [
  languageChangeIsAccepted,
  acceptedChangeIs204WithoutContent,
  changeIsSeenAtOnce,
  nothingButTheLanguageChanges,
  languageTimestampMovesForward,
  sameChangeAgainLeavesTheSameState,
  unknownCodeIsNeverStored,
  whatIsNoCodeChangesNothing,
  whatIsNoJsonIsRefused,
  otherMembersChangeNothing,
  otherMediaTypesAre415,
  largeDocumentsAreNoServerError,
  oneOfTwoChangesAtOnceStands,
  languageIsLeftAsFound,
  unknownCodesAreRefused,
] as const satisfies readonly AnyRule[]
