import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isJsonObject, type JsonObject, valueAt } from '../evidence/json.ts'
import { parseJson } from '../evidence/message.ts'
import { ContractError } from './contract-error.ts'
import { personResource } from './person-resource.ts'
import { personSchema, saysSomething } from './response-schema.ts'
import type { Snapshot } from './snapshot.ts'

/** `specs/tightening.json`: what the pages say beyond the published schema. */
export interface Tightening {
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
