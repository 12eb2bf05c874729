import type { JsonObject } from '../evidence/json.ts'
import type { Dialect } from './dialect.ts'

/**
 * The structure of a description document, as far as this project relies on it: its head, paths,
 * operations, responses, media types and schemas. Written here from the specifications' tables; the
 * specifications' own meta-schemas say more.
 */
const anyOrReference = (schema: JsonObject): JsonObject => ({
  type: 'object',
  properties: { $ref: { type: 'string' } },
  if: { required: ['$ref'] },
  else: schema,
})

const strings = { type: 'array', items: { type: 'string' } } as const
const mapOf = (schema: JsonObject): JsonObject => ({ type: 'object', additionalProperties: schema })

const info = {
  type: 'object',
  required: ['title', 'version'],
  properties: { title: { type: 'string' }, version: { type: 'string' } },
} as const

const typeNames = ['string', 'number', 'integer', 'boolean', 'array', 'object']

const count = { type: 'integer', minimum: 0 } as const

/** What a schema may say of a value, by keyword: `exclusive` is what its exclusive bounds are. */
const schemaObject = (type: JsonObject, exclusive: 'boolean' | 'number'): JsonObject => ({
  type: 'object',
  properties: {
    type,
    multipleOf: { type: 'number', exclusiveMinimum: 0 },
    maximum: { type: 'number' },
    minimum: { type: 'number' },
    exclusiveMaximum: { type: exclusive },
    exclusiveMinimum: { type: exclusive },
    ...Object.fromEntries(
      ['maxLength', 'minLength', 'maxItems', 'minItems', 'maxProperties', 'minProperties'].map(
        (name) => [name, count],
      ),
    ),
    uniqueItems: { type: 'boolean' },
    enum: { type: 'array' },
    required: { ...strings, uniqueItems: true },
    properties: mapOf({ $ref: '#/$defs/schema' }),
    items: { $ref: '#/$defs/schema' },
    additionalProperties: {
      if: { type: 'boolean' },
      else: { $ref: '#/$defs/schema' },
    },
    allOf: { type: 'array', minItems: 1, items: { $ref: '#/$defs/schema' } },
    anyOf: { type: 'array', minItems: 1, items: { $ref: '#/$defs/schema' } },
    oneOf: { type: 'array', minItems: 1, items: { $ref: '#/$defs/schema' } },
    not: { $ref: '#/$defs/schema' },
    pattern: { type: 'string' },
    format: { type: 'string' },
    nullable: { type: 'boolean' },
    readOnly: { type: 'boolean' },
    writeOnly: { type: 'boolean' },
  },
})

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** A parameter in the path is always required (OpenAPI 3 and Swagger 2, Parameter Object). */
const parameters = {
  type: 'array',
  items: anyOrReference({
    type: 'object',
    required: ['name', 'in'],
    properties: {
      name: { type: 'string' },
      in: { type: 'string' },
      required: { type: 'boolean' },
    },
    if: { properties: { in: { const: 'path' } }, required: ['in'] },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own keyword
    then: { required: ['required'], properties: { required: { const: true } } },
  }),
}

const paths = {
  type: 'object',
  patternProperties: {
    '^/': {
      type: 'object',
      properties: {
        parameters,
        ...Object.fromEntries(methods.map((name) => [name, { $ref: '#/$defs/operation' }])),
      },
    },
  },
  propertyNames: { pattern: '^(/|x-)' },
} as const

const operation = (parts: JsonObject): JsonObject => ({
  type: 'object',
  required: ['responses'],
  properties: {
    operationId: { type: 'string' },
    tags: strings,
    parameters,
    responses: {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: '^([1-5]([0-9]{2}|XX)|default|x-.*)$' },
      patternProperties: { '^([1-5]|default)': anyOrReference({ $ref: '#/$defs/response' }) },
    },
    ...parts,
  },
})

const content = mapOf({ type: 'object', properties: { schema: { $ref: '#/$defs/schema' } } })

const response = (parts: JsonObject): JsonObject => ({
  type: 'object',
  required: ['description'],
  properties: { description: { type: 'string' }, ...parts },
})

const openApi3 = (version: string, schema: JsonObject, isSchema: JsonObject): JsonObject => ({
  type: 'object',
  required: ['openapi', 'info', 'paths'],
  properties: {
    openapi: { type: 'string', pattern: version },
    info,
    servers: {
      type: 'array',
      items: { type: 'object', required: ['url'], properties: { url: { type: 'string' } } },
    },
    paths,
    components: {
      type: 'object',
      properties: {
        schemas: mapOf({ $ref: '#/$defs/schema' }),
        responses: mapOf(anyOrReference({ $ref: '#/$defs/response' })),
        securitySchemes: mapOf(
          anyOrReference({
            type: 'object',
            required: ['type'],
            properties: {
              type: { enum: ['apiKey', 'http', 'oauth2', 'openIdConnect', 'mutualTLS'] },
            },
          }),
        ),
      },
    },
  },
  $defs: {
    operation: operation({
      requestBody: anyOrReference({
        type: 'object',
        required: ['content'],
        properties: { content },
      }),
    }),
    response: response({ content }),
    schema: { ...isSchema, else: anyOrReference(schema) },
  },
})

const swagger2: JsonObject = {
  type: 'object',
  required: ['swagger', 'info', 'paths'],
  properties: {
    swagger: { enum: ['2.0'] },
    info,
    host: { type: 'string' },
    basePath: { type: 'string', pattern: '^/' },
    consumes: strings,
    produces: strings,
    paths,
    definitions: mapOf({ $ref: '#/$defs/schema' }),
    responses: mapOf({ $ref: '#/$defs/response' }),
  },
  $defs: {
    operation: operation({ consumes: strings, produces: strings }),
    response: response({ schema: { $ref: '#/$defs/schema' } }),
    schema: anyOrReference(schemaObject({ enum: [...typeNames, 'file'] }, 'boolean')),
  },
}

/** Everything that is no schema at all fails `type: object` in `else`. */
const objectsOnly = { if: false }
/** OpenAPI 3.1 has JSON Schema's boolean schemas. */
const objectsAndBooleans = { if: { type: 'boolean' } }

/** JSON Schemas of description documents, by dialect. */
export const openApiStructures: Readonly<Record<Dialect, JsonObject>> = {
  'OpenAPI 3.0': openApi3(
    '^3\\.0\\.\\d+',
    schemaObject({ enum: typeNames }, 'boolean'),
    objectsOnly,
  ),
  'OpenAPI 3.1': {
    ...openApi3(
      '^3\\.[12]\\.\\d+',
      schemaObject(
        { anyOf: [{ enum: [...typeNames, 'null'] }, { ...strings, minItems: 1 }] },
        'number',
      ),
      objectsAndBooleans,
    ),
    // Webhooks or components alone make a document (OpenAPI 3.1, 4.8.1).
    required: ['openapi', 'info'],
  },
  'Swagger 2.0': swagger2,
}
