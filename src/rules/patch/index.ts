import type { AnyRule } from '../rule.ts'
import { languageChangeIsAccepted } from './001-language-change-is-accepted.ts'
import { acceptedChangeIs204WithoutContent } from './002-accepted-change-is-204-without-content.ts'
import { changeIsSeenAtOnce } from './003-change-is-seen-at-once.ts'
import { nothingButTheLanguageChanges } from './004-nothing-but-the-language-changes.ts'
import { languageTimestampMovesForward } from './005-language-timestamp-moves-forward.ts'
import { unknownCodeIsNeverStored } from './007-unknown-code-is-never-stored.ts'
import { whatIsNoJsonIsRefused } from './009-what-is-no-json-is-refused.ts'
import { otherMembersChangeNothing } from './010-other-members-change-nothing.ts'
import { languageIsLeftAsFound } from './014-language-is-left-as-found.ts'

/** The rules on changing the language, round trip. */
export const patchRules = [
  languageChangeIsAccepted,
  acceptedChangeIs204WithoutContent,
  changeIsSeenAtOnce,
  nothingButTheLanguageChanges,
  languageTimestampMovesForward,
  unknownCodeIsNeverStored,
  whatIsNoJsonIsRefused,
  otherMembersChangeNothing,
  languageIsLeftAsFound,
] as const satisfies readonly AnyRule[]
