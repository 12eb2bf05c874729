import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ErrorObject } from 'ajv'
import { members } from '../../generated/validators.js'
import { parseJson } from '../evidence/exchange.ts'
import { isJsonObject, type JsonObject, type JsonPath, valueAt } from '../evidence/json.ts'
import type { Representation } from '../evidence/person-reading.ts'
import { ContractError } from './contract-error.ts'
import { pointerOf } from './pointer.ts'
import { personResource, personSchema, saysSomething } from './response-schema.ts'
import { type SchemaJudge, SchemaUnusableError, schemaJudge } from './schema-judge.ts'
import type { Snapshot } from './snapshot.ts'

/** `specs/tightening.json`: what the pages say beyond the published schema. */
interface Tightening {
  readonly schema: JsonObject
}

/** @throws ContractError where the file is missing or has no schema */
export const loadTightening = (root: string): Tightening => {
  const path = join(root, 'specs', 'tightening.json')
  const schema = valueAt(parseJson(textOf(path)), 'schema')
  if (!isJsonObject(schema)) throw new ContractError(`${path} has no "schema"`)
  return { schema }
}

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new ContractError(`${path} cannot be read`, { cause })
  }
}

/**
 * The schema that a person is judged by: what the snapshot publishes for a 200 of GET, and what the
 * pages say beyond it. Each keeps its own `$id`, so neither knows of the other.
 * @throws ContractError where the snapshot has no such schema
 */
export const tightenedPersonSchema = (snapshot: Snapshot, tightening: Tightening): JsonObject => {
  const resource = personResource(snapshot.published)
  const published = resource && personSchema(resource, 'application/json')
  if (published === undefined || !saysSomething(published)) {
    throw new ContractError(
      `specs/${snapshot.document} has no schema for a 200 of GET on the person resource`,
    )
  }
  return {
    $id: 'krr:person',
    allOf: [
      { ...published.schema, $id: 'krr:published' },
      { ...tightening.schema, $id: 'krr:tightening' },
    ],
  }
}

/** What a published document says of a person in one representation, ready to judge by. */
export type PublishedPersonSchema =
  | {
      readonly usable: true
      readonly judge: SchemaJudge
      /** What it accepts unjudged, in words. */
      readonly unjudged: readonly string[]
    }
  | {
      readonly usable: false
      readonly reason: string
      /** Whether it says something that cannot be compiled, in the place of nothing. */
      readonly isBroken: boolean
    }

type Compiled = Map<Representation, PublishedPersonSchema>

const compiled = new WeakMap<JsonObject, Compiled>()

/** The schema a document has for a person, compiled once for each document and representation. */
export const publishedPersonSchema = (
  document: JsonObject,
  apiUrl: string,
  representation: Representation,
): PublishedPersonSchema => {
  const known = compiled.get(document) ?? new Map<Representation, PublishedPersonSchema>()
  compiled.set(document, known)
  const found = known.get(representation) ?? compile(document, apiUrl, representation)
  known.set(representation, found)
  return found
}

const nothingSaid = (reason: string): PublishedPersonSchema => ({
  usable: false,
  reason,
  isBroken: false,
})

const compile = (
  document: JsonObject,
  apiUrl: string,
  representation: Representation,
): PublishedPersonSchema => {
  try {
    const resource = personResource(document, apiUrl)
    const published = resource && personSchema(resource, representation)
    if (published === undefined) return nothingSaid('the document has no schema for a 200 of GET')
    if (!saysSomething(published)) {
      const why = published.unjudged.join('; ')
      return nothingSaid(`the schema for a 200 of GET says nothing${why && `: ${why}`}`)
    }
    const judge = schemaJudge(published.schema)
    // A circle of references shows when something is judged, whatever it is.
    judge({})
    return { usable: true, judge, unjudged: published.unjudged }
  } catch (error) {
    const isEndless = error instanceof RangeError
    if (!isEndless && !(error instanceof SchemaUnusableError)) throw error
    const reason = isEndless ? 'the schema is nested deeper than can be followed' : error.message
    return { usable: false, reason, isBroken: true }
  }
}

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

/** Keywords on the form of a string, as opposed to its being one. */
const form: ReadonlySet<string> = new Set(['pattern', 'minLength', 'maxLength', 'format', 'enum'])

/** Strings whose form has a rule of its own: KRR-BODY-012, 013, 016 and 018. */
const ownForm: ReadonlySet<string> = new Set([
  '/kontaktinformasjon/epostadresse',
  '/kontaktinformasjon/mobiltelefonnummer',
  '/sertifikat',
  '/digital_post/postkasseleverandoeradresse',
])

/** Members whose presence has a rule of its own: KRR-BODY-014 and 025. */
const ownPresence = /_oppdatert$|^reservasjonstidspunkt$/

/** That a schema closes itself against what it does not name: KRR-BODY-021 reports it. */
const closing: ReadonlySet<string> = new Set(['additionalProperties', 'unevaluatedProperties'])

/**
 * Whether what the schema says here is for a rule that is no MUST. The transcribed snapshot says none of
 * it; one that was pulled may.
 */
export const ownedByAnotherRule = ({ instancePath, keyword, params }: ErrorObject): boolean =>
  closing.has(keyword) ||
  (form.has(keyword) && ownForm.has(instancePath)) ||
  (keyword === 'required' && ownPresence.test(String(params['missingProperty'])))
