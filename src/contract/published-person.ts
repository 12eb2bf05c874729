import type { JsonObject } from '../evidence/json.ts'
import type { Representation } from '../evidence/person-reading.ts'
import { personResource } from './person-resource.ts'
import { personSchema, saysSomething } from './response-schema.ts'
import { type SchemaJudge, SchemaUnusableError, schemaJudge } from './schema-judge.ts'

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
