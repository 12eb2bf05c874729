import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Fields of protobuf messages by their names in JSON, each with its type. */
export type Messages = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * What in-toto's attestation framework defines of a statement (v1) and of a test result (v0), as tables: no package of
 * the registry ships its definitions. A test holds them against the published ones where these are at hand.
 */
export const messages = {
  Statement: {
    _type: 'string',
    subject: 'ResourceDescriptor[]',
    predicateType: 'string',
    predicate: 'Struct',
  },
  ResourceDescriptor: {
    name: 'string',
    uri: 'string',
    digest: 'map<string, string>',
    content: 'bytes',
    downloadLocation: 'string',
    mediaType: 'string',
    annotations: 'Struct',
  },
  TestResult: {
    result: 'string',
    configuration: 'ResourceDescriptor[]',
    url: 'string',
    passedTests: 'string[]',
    warnedTests: 'string[]',
    failedTests: 'string[]',
  },
} as const satisfies Messages

const protoFiles = [
  'v1/statement.proto',
  'v1/resource_descriptor.proto',
  'predicates/test_result/v0/test_result.proto',
]

/** The same messages, read from the definitions in a checkout of in-toto's attestation framework. */
export const publishedMessages = async (checkout: string): Promise<Messages> => {
  const texts = await Promise.all(
    protoFiles.map((file) => readFile(join(checkout, 'protos/in_toto_attestation', file), 'utf8')),
  )
  const found = texts.join('\n').matchAll(/^message (\w+) \{([^}]*)\}/gm)
  return Object.fromEntries(
    [...found].map(([, name = '', body = '']) => [name, Object.fromEntries(fieldsIn(body))]),
  )
}

const field =
  /^\s*(repeated )?(map<[^>]*>|[\w.]+) (\w+) = \d+(?: \[json_name = "(\w+)"\])?;[ \t]*$/gm

const fieldsIn = (body: string): readonly (readonly [string, string])[] =>
  [...body.matchAll(field)].map(([, repeated, type = '', name = '', jsonName]) => [
    jsonName ?? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    `${type.startsWith('map<') ? type : (type.split('.').at(-1) ?? '')}${repeated === undefined ? '' : '[]'}`,
  ])

/** A JSON Schema of a statement that carries a test result, after ProtoJSON: no field but those that are defined. */
export const statementSchema = (defined: Messages): object => ({
  $ref: '#/$defs/Statement',
  properties: {
    _type: { const: 'https://in-toto.io/Statement/v1' },
    subject: { minItems: 1, items: { required: ['digest'] } },
    predicateType: { const: 'https://in-toto.io/attestation/test-result/v0.1' },
    predicate: {
      $ref: '#/$defs/TestResult',
      required: ['result', 'configuration'],
      properties: {
        result: { enum: ['PASSED', 'WARNED', 'FAILED'] },
        configuration: {
          items: { anyOf: ['uri', 'digest', 'content'].map((name) => ({ required: [name] })) },
        },
      },
    },
  },
  required: ['_type', 'subject', 'predicateType', 'predicate'],
  $defs: Object.fromEntries(
    Object.entries(defined).map(([message, fields]) => [
      message,
      {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(fields).map(([name, type]) => [name, schemaOf(type)]),
        ),
        additionalProperties: false,
      },
    ]),
  ),
})

const schemaOf = (type: string): object => {
  if (type.endsWith('[]')) return { type: 'array', items: schemaOf(type.slice(0, -2)) }
  if (type === 'string') return { type: 'string' }
  if (type === 'bytes') return { type: 'string', pattern: '^[A-Za-z0-9+/_-]*={0,2}$' }
  if (type === 'Struct') return { type: 'object' }
  if (type === 'map<string, string>')
    return { type: 'object', additionalProperties: { type: 'string' } }
  return { $ref: `#/$defs/${type}` }
}
