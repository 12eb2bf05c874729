import type { ErrorObject } from 'ajv'
import { knownSchemas } from '../../generated/known-schemas.js'
import { type JsonObject, jsonPointer } from '../evidence/json.ts'
import { limits } from '../evidence/limits.ts'
import { schemaKey } from './known-schema.ts'
import { pointerOf, stepsTo } from './pointer.ts'
import { askSchemaThread, type ThreadAnswer } from './schema-thread.ts'

/** Where a value is not what a schema says. `expected` is in our words; `actual` is the value itself. */
export interface SchemaDeviation {
  /** JSON Pointer into the value, fit to be shown. */
  readonly at: string
  readonly expected: string
  /** The value found there; undefined where there is none. */
  readonly actual: unknown
}

type Params = Readonly<Record<string, unknown>>

const article = (type: string): string =>
  type === 'null' ? 'null' : `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const inWords: Readonly<Record<string, (params: Params, error: ErrorObject) => string>> = {
  type: ({ type }) =>
    listOf(type)
      .flatMap((t) => String(t).split(','))
      .map(article)
      .join(' or '),
  enum: ({ allowedValues }) => `one of ${listOf(allowedValues).map(String).join(', ')}`,
  const: ({ allowedValue }) => JSON.stringify(allowedValue),
  pattern: ({ pattern }) => `a string that matches ${String(pattern)}`,
  required: () => 'present',
  additionalProperties: () => 'absent',
  unevaluatedProperties: () => 'absent',
  'false schema': () => 'absent',
  anyOf: () => 'one of the documented forms',
  oneOf: () => 'exactly one of the documented forms',
}

/** Members that the error is about, where it is reported at the object around them. */
const memberOf = (params: Params): string | undefined =>
  [params['missingProperty'], params['additionalProperty'], params['unevaluatedProperty']].find(
    (name) => typeof name === 'string',
  )

/** A value may break a schema at each of its places; nobody reads more than this of it. */
const errorsAtMost = 500

const withinAlternative = (error: ErrorObject, errors: readonly ErrorObject[]): boolean =>
  errors.some(
    (other) =>
      (other.keyword === 'anyOf' || other.keyword === 'oneOf') &&
      other !== error &&
      error.instancePath.startsWith(other.instancePath) &&
      errors.indexOf(error) < errors.indexOf(other) &&
      error.schemaPath.startsWith(other.schemaPath),
  )

/** The errors of ajv as deviations, each once, with the whole pointer: for values that nobody owns. */
export const documentDeviations = (
  value: unknown,
  errors: readonly ErrorObject[],
): readonly SchemaDeviation[] => deviations(value, errors, (path) => pointerOf(...path))

/** The errors of ajv as deviations, each once: the pointer shows no name that may be personal. */
export const deviationsOf = (
  value: unknown,
  errors: readonly ErrorObject[],
): readonly SchemaDeviation[] => deviations(value, errors, jsonPointer)

const deviations = (
  value: unknown,
  errors: readonly ErrorObject[],
  shown: (path: readonly (string | number)[]) => string,
): readonly SchemaDeviation[] => {
  const considered = errors.slice(0, errorsAtMost)
  const found = considered
    .filter(({ keyword }) => keyword !== 'if' && keyword !== 'propertyNames')
    .filter((error) => !withinAlternative(error, considered))
    .map((error): SchemaDeviation => {
      const member = error.propertyName ?? memberOf(error.params)
      const pointer = error.instancePath + (member === undefined ? '' : pointerOf(member))
      const { path, found: actual } = stepsTo(value, pointer)
      const words = inWords[error.keyword]?.(error.params, error) ?? error.message ?? error.keyword
      const expected = error.propertyName === undefined ? words : `named otherwise: ${words}`
      return { at: shown(path), expected, actual }
    })
  const keys = found.map(({ at, expected }) => `${at} ${expected}`)
  return found.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}

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
