import type { Defect } from '../defect.ts'
import { bokmaalIsNotStored } from './bokmaal-is-not-stored.ts'
import { bokmaalIsRefused } from './bokmaal-is-refused.ts'
import { changeIsAnsweredWith200 } from './change-is-answered-with-200.ts'
import { changeIsAnsweredWith202 } from './change-is-answered-with-202.ts'
import { changeIsAnsweredWithTheLanguage } from './change-is-answered-with-the-language.ts'
import { changeIsNotStored } from './change-is-not-stored.ts'
import { changeToNynorskIsAnsweredWithAMessage } from './change-to-nynorsk-is-answered-with-a-message.ts'
import { jwsShowsTheFormerLanguage } from './jws-shows-the-former-language.ts'
import { northSamiIsRefused } from './north-sami-is-refused.ts'
import { northSamiIsStoredAsSme } from './north-sami-is-stored-as-sme.ts'
import { otherTokenSeesTheFormerLanguage } from './other-token-sees-the-former-language.ts'
import { sameChangeAgainIs500 } from './same-change-again-is-500.ts'
import { sameChangeAgainIsUndone } from './same-change-again-is-undone.ts'
import { sameChangeAgainTurnsTheTimeBack } from './same-change-again-turns-the-time-back.ts'
import { secondOfTwoAtOnceIs500 } from './second-of-two-at-once-is-500.ts'
import { seventhChangeIsNotStored } from './seventh-change-is-not-stored.ts'
import { timeOfTheLanguageRunsBack } from './time-of-the-language-runs-back.ts'
import { timeOfTheLanguageStandsStill } from './time-of-the-language-stands-still.ts'
import { twoAtOnceUndoEachOther } from './two-at-once-undo-each-other.ts'
import { writeScopeAloneIsRefused } from './write-scope-alone-is-refused.ts'

/** Faults in what an accepted change does and how it is answered. */
export const patchEffectDefects = [
  bokmaalIsRefused,
  changeIsAnsweredWith202,
  northSamiIsRefused,
  writeScopeAloneIsRefused,
  changeIsAnsweredWith200,
  changeIsAnsweredWithTheLanguage,
  bokmaalIsNotStored,
  changeIsNotStored,
  jwsShowsTheFormerLanguage,
  northSamiIsStoredAsSme,
  otherTokenSeesTheFormerLanguage,
  timeOfTheLanguageRunsBack,
  timeOfTheLanguageStandsStill,
  changeToNynorskIsAnsweredWithAMessage,
  sameChangeAgainIs500,
  sameChangeAgainIsUndone,
  sameChangeAgainTurnsTheTimeBack,
  secondOfTwoAtOnceIs500,
  seventhChangeIsNotStored,
  twoAtOnceUndoEachOther,
] as const satisfies readonly Defect[]
