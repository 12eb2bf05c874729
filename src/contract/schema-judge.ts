import type { ErrorObject } from 'ajv'
import { knownSchemas } from '../../generated/known-schemas.js'
import type { JsonObject } from '../evidence/json.ts'
import { limits } from '../evidence/limits.ts'
import { schemaKey } from './known-schema.ts'
import { deviationsOf, type SchemaDeviation } from './schema-deviation.ts'
import { askSchemaThread, type ThreadAnswer } from './schema-thread.ts'

/** Judges values by one schema. */
export type SchemaJudge = (value: unknown) => readonly SchemaDeviation[]

/** The schema cannot be compiled. The message names where, in ajv's words. */
export class SchemaUnusableError extends Error {
  override readonly name = 'SchemaUnusableError'
  readonly code = 'SCHEMA_UNUSABLE'
}

/** Gives ajv's errors, none for a valid value. */
export type SchemaValidator = (value: unknown) => readonly ErrorObject[]

const validators = new Map<string, SchemaValidator>()

/**
 * A validator for a JSON Schema 2020-12 that stands alone, compiled once for equal schemas. `format` is an annotation; unknown keywords
 * are passed over, for a published schema may have any. What is known ahead is compiled already; anything else is
 * compiled, and judged by, in a thread of its own.
 * @throws SchemaUnusableError where it is no schema, or takes too long; the validator throws it too
 */
export const schemaValidator = (schema: JsonObject): SchemaValidator => {
  const text = JSON.stringify(schema)
  const validator = validators.get(text) ?? validatorOf(schema, text)
  validators.set(text, validator)
  return validator
}

const validatorOf = (schema: JsonObject, text: string): SchemaValidator => {
  const validate = knownSchemas.get(schemaKey(schema))
  if (validate !== undefined) return (value) => (validate(value) ? [] : (validate.errors ?? []))
  const unusable = whyUnusable(askSchemaThread({ schema: text }), 'the schema cannot be compiled')
  if (unusable !== undefined) {
    validators.set(text, () => {
      throw unusable
    })
    throw unusable
  }
  return (value) => judgedInThread(text, value)
}

/** One that did not end once is not asked a second time. */
const endless = new Map<string, SchemaUnusableError>()

const judgedInThread = (schema: string, value: unknown): readonly ErrorObject[] => {
  const known = endless.get(schema)
  if (known !== undefined) throw known
  const answer = askSchemaThread({ schema, value: JSON.stringify(value) ?? 'null' })
  const unusable = whyUnusable(answer, 'nothing can be judged by the schema')
  if (unusable === undefined) return 'errors' in answer ? answer.errors : []
  endless.set(schema, unusable)
  throw unusable
}

const whyUnusable = (answer: ThreadAnswer, what: string): SchemaUnusableError | undefined => {
  if ('errors' in answer) return undefined
  const reason =
    'timedOut' in answer ? `it takes more than ${limits.schemaMs / 1_000} s` : answer.thrown
  return new SchemaUnusableError(`${what}: ${reason}`)
}

/**
 * A judge of personal values by such a schema.
 * @throws SchemaUnusableError where it is no schema
 */
export const schemaJudge = (schema: JsonObject): SchemaJudge => {
  const validate = schemaValidator(schema)
  return (value) => deviationsOf(value, validate(value))
}
