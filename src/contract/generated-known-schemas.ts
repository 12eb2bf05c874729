import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import type { JsonObject } from '../evidence/json.ts'
import { representations } from '../evidence/person-reading.ts'
import { generatedHeader } from './generated-types.ts'
import { asModule } from './generated-validators.ts'
import { schemaKey, schemaOptions } from './known-schema.ts'
import { openApiStructures } from './openapi-structure.ts'
import { personResource } from './person-resource.ts'
import { personSchema } from './response-schema.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * An ES module that exports `knownSchemas`: validators of the schemas that nearly every run judges by, compiled
 * ahead. They are what a description document must look like, and what the snapshot says of a person.
 */
export const generatedKnownSchemas = (snapshot: Snapshot): string => {
  const ajv = new Ajv2020({ ...schemaOptions, code: { source: true, esm: true, lines: true } })
  const names = new Map<string, string>()
  for (const schema of [...Object.values(openApiStructures), ...personSchemas(snapshot)]) {
    const key = schemaKey(schema)
    if (names.has(key)) continue
    names.set(key, `known${names.size}`)
    ajv.addSchema(schema, names.get(key))
  }
  const exports = Object.fromEntries([...names.values()].map((name) => [name, name]))
  return [
    `${generatedHeader(snapshot, 'ajv')}${asModule(standaloneCode.default(ajv, exports))}`,
    'export const knownSchemas = new Map([',
    ...[...names].map(([key, name]) => `  ["${key}", ${name}],`),
    ']);',
    '',
  ].join('\n')
}

const personSchemas = ({ published }: Snapshot): readonly JsonObject[] => {
  const resource = personResource(published)
  if (resource === undefined) return []
  return representations.flatMap((representation) => {
    const found = personSchema(resource, representation)
    return found === undefined ? [] : [found.schema]
  })
}

/** What TypeScript knows of that module. */
export const knownSchemasDeclaration = (snapshot: Snapshot): string =>
  `${generatedHeader(snapshot, 'ajv')}import type { ErrorObject } from 'ajv'

/** Validators by the key of their schema (src/contract/known-schema.ts); \`errors\` say why a value is not valid. */
export declare const knownSchemas: ReadonlyMap<
  string,
  { (value: unknown): boolean; errors?: readonly ErrorObject[] | null }
>
`
