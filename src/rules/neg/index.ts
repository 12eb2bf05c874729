import type { AnyRule } from '../rule.ts'
import { jsonWhenAskedForJson } from './001-json-when-asked-for-json.ts'
import { jwsWhenAskedForJose } from './002-jws-when-asked-for-jose.ts'
import { bothRepresentationsCarryTheSamePerson } from './003-both-representations-carry-the-same-person.ts'
import { defaultRepresentationIsOneOfTheTwo } from './004-default-representation-is-one-of-the-two.ts'

/** Content negotiation. */
export const negRules = [
  jsonWhenAskedForJson,
  jwsWhenAskedForJose,
  bothRepresentationsCarryTheSamePerson,
  defaultRepresentationIsOneOfTheTwo,
] as const satisfies readonly AnyRule[]
