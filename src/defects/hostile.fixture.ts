import { gzipSync } from 'node:zlib'
import { type ApiResponse, encodeText, type JsonObject } from '../reference/api/message.ts'
import type { JsonDocument, OpTokenResponse } from '../reference/op/seams.ts'
import type { Injections } from '../reference/seams.ts'
import type { RuleId } from '../rules/rule.ts'

/** What a hostile or broken target sends, and which rules own what no client could use of it. */
export interface HostileInput {
  readonly name: string
  readonly injections: () => Injections
  /** One of these rules fails at least; none where all that is known is that nothing could be read. */
  readonly owners: readonly RuleId[]
  /** A client can use it all the same. */
  readonly mayConform?: true
}

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
const memberList = (count: number): string =>
  Array.from({ length: count }, (_, at) => `"m${at}":"text ${at}"`).join()
const zeros = gzipSync(new Uint8Array(300_000_000), { level: 9 })

const answering =
  (isMeant: (response: ApiResponse) => boolean, change: (response: ApiResponse) => ApiResponse) =>
  (): Injections => ({ response: (own) => (isMeant(own) ? change(own) : own) })

const isError = ({ status }: ApiResponse): boolean => status >= 400
const isPerson = ({ status, content }: ApiResponse): boolean =>
  status === 200 && Buffer.from(content).includes('personidentifikator')
const isDocument = ({ content }: ApiResponse): boolean =>
  Buffer.from(content.subarray(0, 200)).includes('"openapi"')

const withContent =
  (content: Uint8Array, ...fields: readonly (readonly [string, string])[]) =>
  (own: ApiResponse): ApiResponse => ({ ...own, content, fields: [...own.fields, ...fields] })

const person = (name: string, content: string, owners: readonly RuleId[]): HostileInput => ({
  name: `a person: ${name}`,
  injections: () => ({ jsonContent: () => encodeText(content) }),
  owners,
})

const membersBeside = (count: number): HostileInput => ({
  name: `a person: ${count} members of text beside its own`,
  injections: () => ({
    personDocument: (own) => ({ ...own, ...(JSON.parse(`{${memberList(count)}}`) as JsonObject) }),
  }),
  owners: count > 50_000 ? ['KRR-BODY-019'] : [],
  ...(count > 50_000 ? {} : { mayConform: true }),
})

const error = (name: string, content: string | Uint8Array): HostileInput => ({
  name: `an error: ${name}`,
  injections: answering(
    isError,
    withContent(
      typeof content === 'string' ? encodeText(content) : content,
      ...(typeof content === 'string' ? [] : ([['Content-Encoding', 'gzip']] as const)),
    ),
  ),
  owners: ['KRR-ERR-004'],
})

const joseHeader = (name: string, change: (header: JsonObject) => JsonObject): HostileInput => ({
  name: `a JWS: ${name}`,
  injections: () => ({ jws: (own) => ({ ...own, header: change(own.header) }) }),
  owners: [],
})

/** The document with the schema of a person changed, wherever it stands. */
const schema = (
  name: string,
  change: (schemas: JsonObject) => JsonObject,
  owners: readonly RuleId[] = ['KRR-SPEC-001'],
): HostileInput => ({
  name: `a published document: ${name}`,
  injections: () => ({
    openApiDocument: (own) => {
      const components = own['components'] as JsonObject
      const schemas = components['schemas'] as JsonObject
      return { ...own, components: { ...components, schemas: change(schemas) } }
    },
  }),
  owners,
})

/** Every schema with these further members, of which one is the person's. */
const everySchema =
  (more: JsonObject) =>
  (schemas: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(schemas).map(([name, own]) => [name, { ...(own as JsonObject), ...more }]),
    )

const fanOut = (levels: number): JsonObject =>
  Object.fromEntries(
    Array.from({ length: levels + 1 }, (_, at) => [
      `E${at}`,
      at === levels
        ? { type: 'object' }
        : { allOf: Array(2).fill({ $ref: `#/components/schemas/E${at + 1}` }) },
    ]),
  )

const documentText = (name: string, text: string, type: string): HostileInput => ({
  name: `a published document: ${name}`,
  injections: answering(isDocument, (own) => ({
    ...own,
    content: encodeText(text),
    fields: [['Content-Type', type]],
  })),
  owners: ['KRR-SPEC-001'],
})

const token = (
  name: string,
  change: (body: JsonDocument) => JsonDocument,
  owners: readonly RuleId[] = ['KRR-OP-005'],
): HostileInput => ({
  name: `a token response: ${name}`,
  injections: () => ({
    tokenResponse: (own): OpTokenResponse =>
      own.status === 200 ? { ...own, body: change(own.body) } : own,
  }),
  owners,
})

const deepValue: unknown = JSON.parse(deep(5_000))

/** Each text within a value ends in half a surrogate pair, which JSON can say and UTF-8 cannot. */
const halved = (value: unknown): unknown => {
  if (typeof value === 'string') return `${value}\ud83d`
  if (Array.isArray(value)) return value.map(halved)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, halved(own)]))
}

/** Those of each kind that are tried in every check. */
const always: ReadonlySet<string> = new Set([
  'a person: JSON nested 100 000 deep',
  'a person: half a surrogate pair in each text',
  'a person: the certificate is an empty text',
  'a JWS: 10 000 entries in x5c',
  'an age that is infinite',
  'a published document: a pattern that never ends',
  'a published document: 40 schemas, each twice the next one',
  'a published document: nested 100 000 deep',
  'a token response: access_token with CR LF and a field behind it',
  'a token response: access_token is a number',
])

const inputs: readonly HostileInput[] = [
  person('JSON nested 100 000 deep', deep(100_000), ['KRR-BODY-019']),
  person('100 000 empty lists', `{"a":[${'[],'.repeat(100_000)}1]}`, ['KRR-BODY-019']),
  person('3 MB of white space behind it', `{"reservasjon":"NEI"}${' '.repeat(3_000_000)}`, [
    'KRR-BODY-019',
  ]),
  person('10 000 names of somebody', `{"a":[${'{"navn":"Ola"},'.repeat(10_000)}1]}`, [
    'KRR-BODY-001',
  ]),
  {
    name: 'a person: half a surrogate pair in each text',
    injections: () => ({ personDocument: (own) => halved(own) as JsonObject }),
    owners: ['KRR-BODY-001'],
  },
  {
    name: 'a person: the certificate is an empty text',
    injections: () => ({
      personDocument: (own) => ('sertifikat' in own ? { ...own, sertifikat: '' } : own),
    }),
    owners: [],
  },
  membersBeside(3_000),
  membersBeside(10_000),
  membersBeside(100_000),
  {
    name: 'a person: a gzip bomb',
    injections: answering(isPerson, withContent(zeros, ['Content-Encoding', 'gzip'])),
    owners: ['KRR-BODY-019'],
  },
  error('JSON nested 100 000 deep', deep(100_000)),
  error('100 000 members', `{${memberList(100_000)}}`),
  error('a gzip bomb', zeros),
  error('a megabyte of headers of tokens', '-eyJ'.repeat(250_000)),
  error('a megabyte of headers of certificates', '-----BEGIN CERTIFICATE-----'.repeat(37_000)),
  error('a megabyte of quotation marks', '"name":"'.repeat(125_000)),
  {
    name: 'an age that is infinite',
    injections: answering(
      () => true,
      (own) => ({ ...own, fields: [...own.fields, ['Age', '9'.repeat(400)]] }),
    ),
    owners: [],
    mayConform: true,
  },
  {
    name: 'a thousand field lines',
    injections: answering(
      () => true,
      (own) => ({
        ...own,
        fields: [
          ...own.fields,
          ...Array.from({ length: 1_000 }, (_, at) => [`x-${at}`, ''] as const),
        ],
      }),
    ),
    owners: [],
  },
  joseHeader('a header of 1 MB', (header) => ({ ...header, a: 'a'.repeat(1_000_000) })),
  {
    name: 'a JWS: a header nested 10 000 deep',
    injections: () => ({
      jwsCompact: (own) =>
        [Buffer.from(deep(10_000)).toString('base64url'), ...own.split('.').slice(1)].join('.'),
    }),
    owners: ['KRR-NEG-002'],
  },
  {
    name: 'a JWS: a payload of 600 000 characters',
    injections: () => ({
      jws: (own) => ({
        ...own,
        payload: Buffer.concat([own.payload, Buffer.alloc(450_000, 0x20)]),
      }),
    }),
    owners: ['KRR-NEG-002'],
  },
  joseHeader('10 000 entries in x5c', (header) => ({
    ...header,
    x5c: Array.from({ length: 10_000 }, (_, at) => `MIIB${at}`),
  })),
  joseHeader('60 times its certificate in x5c', (header) => ({
    ...header,
    x5c: Array(60).fill((header['x5c'] as readonly string[])[0]),
  })),
  schema(
    'a pattern that never ends',
    everySchema({
      properties: { sertifikat: { type: 'string', pattern: '^([A-Za-z0-9+/=\\s-]+)*!$' } },
    }),
    [],
  ),
  schema('40 schemas, each twice the next one', (schemas) => ({
    ...everySchema({ allOf: [{ $ref: '#/components/schemas/E0' }] })(schemas),
    ...fanOut(40),
  })),
  schema(
    '5 000 properties with a pattern each',
    (schemas) =>
      everySchema({
        properties: Object.fromEntries(
          Array.from({ length: 5_000 }, (_, at) => [
            `p${at}`,
            { type: 'string', pattern: `^a${at}$` },
          ]),
        ),
      })(schemas),
    [],
  ),
  schema('a $ref that leads to itself', (schemas) =>
    everySchema({ allOf: [{ $ref: `#/components/schemas/${Object.keys(schemas)[0]}` }] })(schemas),
  ),
  schema('a minLength that is a string', everySchema({ minLength: '11' })),
  documentText('nested 100 000 deep', deep(100_000), 'application/json'),
  documentText(
    'YAML of 100 000 paths',
    `openapi: 3.0.3\ninfo: {title: a, version: "1"}\npaths:\n${Array.from({ length: 100_000 }, (_, at) => `  /p${at}: {}\n`).join('')}`,
    'application/yaml',
  ),
  documentText(
    'YAML of aliases',
    `openapi: 3.0.3\na0: &a0 [a]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join()}]\n`).join('')}`,
    'application/yaml',
  ),
  token('access_token with CR LF and a field behind it', (body) => ({
    ...body,
    access_token: `${String(body['access_token'])}\r\nX-Other: 1`,
  })),
  token('access_token is a number', (body) => ({ ...body, access_token: 7 })),
  token('access_token is an object', (body) => ({ ...body, access_token: { a: deepValue } })),
  token('access_token has NUL', (body) => ({
    ...body,
    access_token: `a\0${body['access_token']}`,
  })),
  token('access_token is not ASCII', (body) => ({ ...body, access_token: 'bærer☃' })),
  token('access_token of 1 MiB', (body) => ({ ...body, access_token: 'a'.repeat(1_048_576) })),
  token('scope is a list', (body) => ({ ...body, scope: String(body['scope']).split(' ') })),
  token('token_type is MAC', (body) => ({ ...body, token_type: 'MAC' })),
  token('id_token is a number', (body) => ({ ...body, id_token: 7 })),
  token('refresh_token is null', (body) => ({ ...body, refresh_token: null })),
  token('nested 5 000 deep', (body) => ({ ...body, other: deepValue })),
  {
    name: 'ID token claims: half a surrogate pair in each text beside sub and nonce',
    injections: () => ({
      idTokenClaims: (own) => ({ ...own, acr: halved(own['acr']), sid: halved('a session') }),
    }),
    owners: [],
  },
  {
    name: 'an error: half a surrogate pair in each text',
    injections: () => ({ errorDocument: (own) => halved(own) as JsonObject }),
    owners: [],
    mayConform: true,
  },
  {
    name: 'metadata nested 5 000 deep',
    injections: () => ({ providerMetadata: (own) => ({ ...own, other: deepValue }) }),
    owners: [],
  },
  {
    name: 'a JWK Set nested 5 000 deep',
    injections: () => ({
      jwks: ({ keys }) => ({ keys: keys.map((key) => ({ ...key, other: deepValue })) }),
    }),
    owners: [],
  },
  {
    name: 'a JWK Set of 10 000 keys',
    injections: () => ({
      jwks: ({ keys }) => ({
        keys: Array.from({ length: 10_000 }, (_, at) => ({ ...keys[0], kid: `k${at}` })),
      }),
    }),
    owners: [],
  },
  {
    name: 'a JWK Set with a modulus of 1 000 000 bits',
    injections: () => ({
      jwks: ({ keys }) => ({
        keys: keys.map((key) => ({
          ...key,
          n: Buffer.alloc(125_000, 0xff).toString('base64url'),
          e: Buffer.alloc(100_000, 0xff).toString('base64url'),
        })),
      }),
    }),
    owners: ['KRR-OP-006'],
  },
]

/** One of each kind that ended a run by hand, or as a fault of the harness; a part of them without `all`. */
export const hostileInputs = (all: boolean): readonly HostileInput[] =>
  inputs.filter(({ name }) => all || always.has(name))
