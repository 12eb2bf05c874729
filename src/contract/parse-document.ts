import { createRequire } from 'node:module'
import { isJsonObject, type JsonObject } from '../evidence/json.ts'

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

const parseEither = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return fromYaml(text)
  }
}

// Most documents are JSON: only YAML pays for loading its parser.
const loadYaml = (): typeof import('yaml') => createRequire(import.meta.url)('yaml')

/** Through JSON and back: a cycle throws, and aliases become copies. */
const fromYaml = (text: string): unknown =>
  JSON.parse(JSON.stringify(loadYaml().parse(text, { logLevel: 'error' }))) as unknown
