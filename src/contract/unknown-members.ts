import { members } from '../../generated/validators.js'
import { isJsonObject, type JsonObject } from '../evidence/json.ts'
import type { JsonPath } from '../evidence/json-leaves.ts'
import { pointerOf } from './pointer.ts'

const known: ReadonlySet<string> = new Set(members)

/**
 * The members that neither the snapshot nor the pages name, as paths. Within an unknown member nothing
 * more is looked for.
 */
export const unknownMembers = (
  person: JsonObject,
  path: readonly string[] = [],
): readonly JsonPath[] =>
  Object.entries(person).flatMap(([name, value]): readonly JsonPath[] => {
    const inner = [...path, name]
    if (!known.has(pointerOf(...inner))) return [inner]
    return isJsonObject(value) ? unknownMembers(value, inner) : []
  })
