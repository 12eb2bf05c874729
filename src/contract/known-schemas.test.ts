import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { knownSchemas } from '../../generated/known-schemas.js'
import { schemaKey, schemaOptions } from './known-schema.ts'
import { openApiStructures } from './openapi-structure.ts'
import { personResource, personSchema } from './response-schema.ts'
import { loadSnapshot } from './snapshot.ts'

const { published } = loadSnapshot()
const person = personSchema(
  personResource(published) ?? expect.unreachable('the snapshot describes the person resource'),
  'application/json',
)

const schemas = [
  ...Object.entries(openApiStructures),
  ['the person of the snapshot', person?.schema ?? {}],
] as const

const values: readonly unknown[] = [
  published,
  { ...published, info: {} },
  { ...published, paths: { '/x': { get: { responses: {} } } } },
  { swagger: '2.0', info: { title: 't', version: '1' }, paths: { 'no-slash': {} } },
  { spraak: 1, reservasjon: 'KANSKJE', kontaktinformasjon: { epostadresse: [] } },
  'text',
]

describe('a schema that is compiled ahead', () => {
  it.each(schemas)('%s judges as if it were compiled now', (_, schema) => {
    const ahead = knownSchemas.get(schemaKey(schema)) ?? expect.unreachable('it is not known')
    const now = new Ajv2020(schemaOptions).compile(schema)
    const verdicts = (validate: typeof ahead) =>
      values.map((value) => (validate(value) ? [] : structuredClone(validate.errors)))
    expect(verdicts(ahead)).toEqual(verdicts(now))
    expect(verdicts(now).some((errors) => errors?.length)).toBe(true)
  })

  it('is known by what it says, not by which object it is', () => {
    expect(schemaKey(structuredClone(openApiStructures['Swagger 2.0']))).toBe(
      schemaKey(openApiStructures['Swagger 2.0']),
    )
  })
})
