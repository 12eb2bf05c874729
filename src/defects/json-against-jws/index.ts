import type { Defect } from '../defect.ts'
import { jsonLacksTheTimeOfTheLanguage } from './json-lacks-the-time-of-the-language.ts'
import { jwsHasAFormerNumber } from './jws-has-a-former-number.ts'
import { jwsHasAMemberMore } from './jws-has-a-member-more.ts'
import { jwsLacksAMember } from './jws-lacks-a-member.ts'
import { jwsSaysNull } from './jws-says-null.ts'

/** Faults that one representation alone does not show. */
export const jsonAgainstJwsDefects = [
  jsonLacksTheTimeOfTheLanguage,
  jwsHasAFormerNumber,
  jwsHasAMemberMore,
  jwsLacksAMember,
  jwsSaysNull,
] as const satisfies readonly Defect[]
