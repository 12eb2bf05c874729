import fc from 'fast-check'
import type { ApiResponse } from '../../reference/api/message.ts'
import type { Injections } from '../../reference/seams.ts'
import { type Edit, editBytes, editedJson, editFields, editText } from './edits.ts'

/** Where a JSON object passes, and may be bent. */
const jsonSeams = [
  'personDocument',
  'errorDocument',
  'openApiDocument',
  'providerMetadata',
  'idTokenClaims',
  'idTokenHeader',
  'accessTokenClaims',
] as const
/** Where a compact serialisation passes. */
const textSeams = ['jwsCompact', 'idTokenCompact', 'accessTokenCompact'] as const

/** Of which answers of the API a whole response is bent. */
const answers = ['a person', 'a refusal', 'a document', 'every answer'] as const

/** One place at which the valid answer of a target is bent, as plain data: it goes to another process, and is printed. */
export type Bend =
  | {
      readonly at: (typeof jsonSeams)[number] | 'jwks' | 'tokenResponse' | 'jws'
      readonly json: readonly Edit[]
    }
  | { readonly at: (typeof textSeams)[number] | 'jsonContent'; readonly text: readonly Edit[] }
  | { readonly at: 'authorizationResponse'; readonly fields: readonly Edit[] }
  | {
      readonly at: 'response'
      readonly of: (typeof answers)[number]
      readonly status?: number | undefined
      readonly fields: readonly Edit[]
      readonly text: readonly Edit[]
    }

/** A target: what of it is bent. */
export type Target = readonly Bend[]

/** Classics first, for they are tried most; then any value of JSON, and what is too long, too deep or too many. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, 0, -1, 7, 1e308, 1.5, '', ' ', '0', 'null', 'JA', 'NEI', 'NB', 'SLETTET'],
    ...[
      [],
      {},
      [[]],
      [null],
      { a: 1 },
      '__proto__',
      'a\r\nX-Other: 1',
      'a\u0000b',
      '\u202e\u001b[31m',
    ],
    ...['bærer☃', '::error::a', '<img src=x onerror=alert(1)>', '%s%s%n', '1970-01-01T00:00:00Z'],
    ...['9999-99-99T99:99:99Z', 'https://127.0.0.1:1/', 'file:///etc/hostname', 'data:,a', '{{a}}'],
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.record({
    $text: fc.constantFrom('a', 'æ', '\u0000', '"', '-eyJ', '{"a":', ' ', '=', '.', 'eyJhIjoxfQ.'),
    $times: fc.constantFrom(100, 5_000, 20_000, 200_000),
  }),
  fc.record({ $deep: fc.constantFrom(40, 65, 1_000, 4_000) }),
  fc.record({ $many: fc.constantFrom(100, 3_000, 60_000) }),
  fc.record({ $items: fc.constantFrom(100, 3_000, 60_000) }),
)

const edit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom('replace', 'remove', 'rename', 'copy', 'wrap', 'insert'),
  // Which child of which child: counted round, so that each number means one in each document.
  where: fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 5 }),
  value,
})

const edits = (most: number): fc.Arbitrary<readonly Edit[]> =>
  fc.array(edit, { minLength: 1, maxLength: most })

const bend: fc.Arbitrary<Bend> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ at: fc.constant('personDocument' as const), json: edits(3) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      at: fc.constantFrom(...jsonSeams, 'jwks' as const, 'tokenResponse' as const, 'jws' as const),
      json: edits(3),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      at: fc.constantFrom(...textSeams, 'jsonContent' as const),
      text: edits(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ at: fc.constant('authorizationResponse' as const), fields: edits(2) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      at: fc.constant('response' as const),
      of: fc.constantFrom(...answers),
      status: fc.option(
        fc.constantFrom(200, 204, 206, 302, 304, 400, 401, 404, 418, 429, 500, 503),
        {
          nil: undefined,
          freq: 2,
        },
      ),
      fields: fc.array(edit, { maxLength: 2 }),
      text: fc.array(edit, { maxLength: 2 }),
    }),
  },
)

/** Targets of which one or two answers are bent. */
export const targets: fc.Arbitrary<Target> = fc.array(bend, { minLength: 1, maxLength: 2 })

/** The reference environment bent so. */
export const injectionsOf = (target: Target): Injections => {
  const injections: Record<string, (own: never) => unknown> = {}
  for (const one of target) {
    const before = injections[one.at]
    const bent = bending(one)
    injections[one.at] = before === undefined ? bent : (own) => bent(before(own) as never)
  }
  return injections as Injections
}

const bending = (bend: Bend): ((own: never) => unknown) => {
  switch (bend.at) {
    case 'response':
      return (own: ApiResponse) => (isOf(bend.of, own) ? bentResponse(bend, own) : own)
    case 'jws':
      return (own: { readonly header: object }) => ({
        ...own,
        header: object(own.header, bend.json),
      })
    case 'tokenResponse':
      return (own: { readonly body: object }) => ({ ...own, body: object(own.body, bend.json) })
    case 'authorizationResponse':
      return (own: readonly (readonly [string, string])[]) => editFields(own, bend.fields)
    case 'jsonContent':
      return (own: Uint8Array) => editBytes(own, bend.text)
    case 'jwsCompact':
    case 'idTokenCompact':
    case 'accessTokenCompact':
      return (own: string) => editText(own, bend.text)
    default:
      return (own: object) => object(own, bend.json)
  }
}

/** What goes through a seam for objects stays one: what else a target may send is bent as text. */
const object = (own: object, changes: readonly Edit[]): unknown => {
  const changed = editedJson(own, changes)
  return typeof changed === 'object' && changed !== null && !Array.isArray(changed) ? changed : own
}

const isOf = (which: (typeof answers)[number], { status, content }: ApiResponse): boolean => {
  if (which === 'every answer') return true
  if (which === 'a refusal') return status >= 400
  if (which === 'a document') return Buffer.from(content.subarray(0, 200)).includes('"openapi"')
  return status === 200 && !Buffer.from(content.subarray(0, 200)).includes('"openapi"')
}

const bentResponse = (
  { status, fields, text }: Extract<Bend, { readonly at: 'response' }>,
  own: ApiResponse,
): ApiResponse => ({
  ...own,
  status: status ?? own.status,
  fields: editFields(own.fields, fields).filter(isSendable),
  content: text.length === 0 ? own.content : editBytes(own.content, text),
})

/** What Node's server would refuse to write is no answer of a target. */
const isSendable = ([name, value]: readonly [string, string]): boolean =>
  /^[!#$%&'*+.^_`|~\w-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
