import { createRequire } from 'node:module'
import type { ErrorObject } from 'ajv'
import { knownSchemas } from '../../generated/known-schemas.js'
import type { JsonObject } from '../evidence/json.ts'
import { schemaKey, schemaOptions } from './known-schema.ts'
import { deviationsOf, type SchemaDeviation } from './schema-deviation.ts'

/** Judges values by one schema. */
export type SchemaJudge = (value: unknown) => readonly SchemaDeviation[]

/** The schema cannot be compiled. The message names where, in ajv's words. */
export class SchemaUnusableError extends Error {
  override readonly name = 'SchemaUnusableError'
  readonly code = 'SCHEMA_UNUSABLE'
}

// ajv takes a tenth of a second to load, and as long to compile: a schema known ahead pays for neither.
const loadAjv = (): typeof import('ajv/dist/2020.js') =>
  createRequire(import.meta.url)('ajv/dist/2020.js')

/** Gives ajv's errors, none for a valid value. */
export type SchemaValidator = (value: unknown) => readonly ErrorObject[]

/** One instance for all schemas: making one compiles the meta-schema, which costs more than most schemas do. */
let shared: InstanceType<ReturnType<typeof loadAjv>['Ajv2020']> | undefined

const validators = new Map<string, SchemaValidator>()

/**
 * A validator for a JSON Schema 2020-12 that stands alone, compiled once for equal schemas. `format` is an annotation; unknown keywords
 * are passed over, for a published schema may have any.
 * @throws SchemaUnusableError where it is no schema
 */
export const schemaValidator = (schema: JsonObject): SchemaValidator => {
  const text = JSON.stringify(schema)
  const known = validators.get(text)
  if (known !== undefined) return known
  try {
    const validate = knownSchemas.get(schemaKey(schema)) ?? compile(schema)
    const validator: SchemaValidator = (value) => (validate(value) ? [] : (validate.errors ?? []))
    validators.set(text, validator)
    return validator
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown'
    throw new SchemaUnusableError(`the schema cannot be compiled: ${reason}`, { cause })
  }
}

const compile = (schema: JsonObject) => {
  shared ??= new (loadAjv().Ajv2020)(schemaOptions)
  return shared.compile(schema)
}

/**
 * A judge of personal values by such a schema.
 * @throws SchemaUnusableError where it is no schema
 */
export const schemaJudge = (schema: JsonObject): SchemaJudge => {
  const validate = schemaValidator(schema)
  return (value) => deviationsOf(value, validate(value))
}
