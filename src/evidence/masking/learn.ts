import { isJsonObject } from '../json.ts'
import { limits } from '../limits.ts'
import { kindOf } from './members.ts'
import type { ValueKind } from './pseudonym.ts'

/**
 * Each sensitive value in a JSON document, by member name, at any depth, in document order: as many as a document may
 * teach.
 */
export const sensitiveValues = (
  document: unknown,
): readonly (readonly [kind: ValueKind, value: string])[] => {
  const found: (readonly [kind: ValueKind, value: string])[] = []
  gather(document, found)
  return found
}

const gather = (value: unknown, found: (readonly [kind: ValueKind, value: string])[]): void => {
  if (Array.isArray(value)) for (const item of value) gather(item, found)
  if (!isJsonObject(value)) return
  for (const [name, inner] of Object.entries(value)) {
    if (found.length >= limits.taught) return
    const kind = kindOf(name)
    if (kind !== undefined && (typeof inner === 'string' || typeof inner === 'number'))
      found.push([kind, String(inner)])
    else gather(inner, found)
  }
}
