import type { JsonObject } from '../evidence/json.ts'
import { sha256Of } from './snapshot.ts'

/** How ajv reads any published schema: `format` is an annotation, and unknown keywords are passed over. */
export const schemaOptions = {
  strict: false,
  allErrors: true,
  validateFormats: false,
  // A member may be called `constructor`.
  ownProperties: true,
  addUsedSchema: false,
  logger: false,
} as const

/** What a schema is known by among those that are compiled ahead: equal JSON, equal key. */
export const schemaKey = (schema: JsonObject): string => sha256Of(JSON.stringify(schema))
