import type { Defect } from '../defect.ts'
import { leadingZeroIsLost } from './leading-zero-is-lost.ts'
import { personIsSomebodyElse } from './person-is-somebody-else.ts'
import { personIsSomebodyElseInTheJws } from './person-is-somebody-else-in-the-jws.ts'
import { preferredJwsLacksAMember } from './preferred-jws-lacks-a-member.ts'
import { secondAnswerDiffers } from './second-answer-differs.ts'
import { secondControlDigitIsWrong } from './second-control-digit-is-wrong.ts'
import { secondJwsOfContactReadersDiffers } from './second-jws-of-contact-readers-differs.ts'

/** Faults about whose person it is, and whether it stays the same. */
export const identityDefects = [
  personIsSomebodyElse,
  personIsSomebodyElseInTheJws,
  leadingZeroIsLost,
  secondControlDigitIsWrong,
  secondAnswerDiffers,
  secondJwsOfContactReadersDiffers,
  preferredJwsLacksAMember,
] as const satisfies readonly Defect[]
