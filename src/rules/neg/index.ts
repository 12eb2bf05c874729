import type { AnyRule } from '../rule.ts'
import { jsonWhenAskedForJson } from './001-json-when-asked-for-json.ts'
import { jwsWhenAskedForJose } from './002-jws-when-asked-for-jose.ts'
import { bothRepresentationsCarryTheSamePerson } from './003-both-representations-carry-the-same-person.ts'
import { defaultRepresentationIsOneOfTheTwo } from './004-default-representation-is-one-of-the-two.ts'
import { qualityValuesAreRespected } from './005-quality-values-are-respected.ts'
import { unofferedTypesAre406OrTheDefault } from './006-unoffered-types-are-406-or-the-default.ts'
import { varyNamesAcceptOnWhatMayBeStored } from './007-vary-names-accept-on-what-may-be-stored.ts'
import { gzipYieldsTheSamePerson } from './008-gzip-yields-the-same-person.ts'
import { aJwsIsLabelledApplicationJose } from './009-a-jws-is-labelled-application-jose.ts'

/** Content negotiation. */
export const negRules = [
  jsonWhenAskedForJson,
  jwsWhenAskedForJose,
  bothRepresentationsCarryTheSamePerson,
  defaultRepresentationIsOneOfTheTwo,
  qualityValuesAreRespected,
  unofferedTypesAre406OrTheDefault,
  varyNamesAcceptOnWhatMayBeStored,
  gzipYieldsTheSamePerson,
  aJwsIsLabelledApplicationJose,
] as const satisfies readonly AnyRule[]
