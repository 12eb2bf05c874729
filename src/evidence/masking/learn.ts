import { isJsonObject } from '../json.ts'
import { sensitiveNames } from './members.ts'
import type { ValueKind } from './pseudonym.ts'

/** Each sensitive value in a JSON document, by member name, at any depth. */
export const sensitiveValues = (
  document: unknown,
): readonly (readonly [kind: ValueKind, value: string])[] => {
  if (Array.isArray(document)) return document.flatMap(sensitiveValues)
  if (!isJsonObject(document)) return []
  return Object.entries(document).flatMap(([name, value]) => {
    const kind = sensitiveNames.get(name.toLowerCase())
    return kind !== undefined && (typeof value === 'string' || typeof value === 'number')
      ? [[kind, String(value)] as const]
      : sensitiveValues(value)
  })
}
