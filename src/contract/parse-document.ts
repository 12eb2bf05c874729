import { createRequire } from 'node:module'
import { parseJson } from '../evidence/exchange.ts'
import { isJsonObject, type JsonObject } from '../evidence/json.ts'
import { limits } from '../evidence/limits.ts'

/**
 * The text as a JSON object, written in JSON or YAML; undefined where it is neither. What YAML can say
 * and JSON cannot (cycles, dates) is no document.
 */
export const parseDocument = (text: string): JsonObject | undefined => {
  try {
    const value: unknown = text.trimStart().startsWith('{') ? parseEither(text) : fromYaml(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const parseEither = (text: string): unknown => parseJson(text) ?? fromYaml(text)

// Most documents are JSON: only YAML pays for loading its parser.
const loadYaml = (): typeof import('yaml') => createRequire(import.meta.url)('yaml')

/** Through JSON and back: a cycle throws, and aliases become copies, as many as a document may have members. */
const fromYaml = (text: string): unknown => {
  if (text.length > limits.yaml) return undefined
  const value: unknown = loadYaml().parse(text, { logLevel: 'error' })
  requireFewNodes(value)
  return parseJson(JSON.stringify(value))
}

/** Counts copies as what they become, before there are any. */
const requireFewNodes = (value: unknown): void => {
  const pending: unknown[] = [value]
  for (let count = 0; pending.length > 0; count += 1) {
    if (count + pending.length > 2 * limits.jsonMembers) throw new RangeError('too many nodes')
    const next = pending.pop()
    if (typeof next === 'object' && next !== null)
      for (const inner of Object.values(next)) pending.push(inner)
  }
}
