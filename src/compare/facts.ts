import { parseJson } from '../evidence/exchange.ts'
import { type Addresses, formOf, normalise } from '../report/fingerprint.ts'
import type { RecordedExchange, RecordedJws, RecordedMessage } from '../report/model.ts'
import type { FactKind } from './model.ts'

/** One thing that an answer says. */
export interface Fact {
  readonly kind: FactKind
  /** What of the answer: a field name, a JSON Pointer. */
  readonly at: string
  readonly value: string
}

/** Of a person only forms are compared, of an error and of what is published also what is said. */
type ContentKind = 'person' | 'error' | 'open'

/** What the content of an answer says. */
const contentFacts = (
  { content, contentLength }: RecordedMessage,
  kind: ContentKind,
  addresses: Addresses,
): readonly Fact[] => {
  const at = (value: string): Fact => ({ kind: contentKind(kind), at: 'content', value })
  if (content === undefined) return [at(contentLength === 0 ? 'none' : 'not shown')]
  if (content.endsWith(' [cut]')) return [at('longer than what is recorded')]
  const document = parseJson(content)
  if (typeof document !== 'object' || document === null) return [at(textKind(content))]
  return [
    at(Array.isArray(document) ? 'JSON array' : 'JSON object'),
    ...leafFacts(document, kind, addresses),
  ]
}

/** Each member of a document, items of an array taken together: `/keys/[]/kty`. */
const leafFacts = (document: unknown, kind: ContentKind, addresses: Addresses): readonly Fact[] => {
  const values = new Map<string, Set<string>>()
  for (const [at, value] of leaves(document, '')) {
    values.set(at, (values.get(at) ?? new Set()).add(shown(value, kind, addresses)))
  }
  return [...values].map(
    ([at, own]): Fact => ({ kind: memberKind(kind), at, value: [...own].sort().join(' | ') }),
  )
}

function* leaves(value: unknown, at: string): Generator<readonly [at: string, value: unknown]> {
  if (typeof value !== 'object' || value === null) {
    yield [at, value]
    return
  }
  if (at !== '') yield [at, value]
  if (Array.isArray(value)) {
    for (const item of value) yield* leaves(item, `${at}/[]`)
    return
  }
  for (const [name, inner] of Object.entries(value)) {
    yield* leaves(inner, `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  }
}

const shown = (value: unknown, kind: ContentKind, addresses: Addresses): string => {
  if (Array.isArray(value)) return value.length === 0 ? 'empty array' : 'array'
  if (typeof value === 'object' && value !== null) return 'object'
  if (kind === 'person' || typeof value === 'number') return formOf(value)
  return typeof value === 'string' ? JSON.stringify(normalise(value, addresses)) : String(value)
}

const textKind = (content: string): string => {
  if (/^\s*<(!doctype html|html)/i.test(content)) return 'HTML'
  return content.startsWith('<') ? 'markup' : formOf(content)
}

const contentKind = (kind: ContentKind): FactKind =>
  kind === 'error' ? 'error-content' : 'content'

const memberKind = (kind: ContentKind): FactKind => (kind === 'error' ? 'error-member' : 'member')

/** Between two hops, and no business of the resource (RFC 9110, 7.6.1). */
const ofTheConnection = new Set(['connection', 'keep-alive', 'date', 'via'])

/** Whose value differs from answer to answer: that it is there is all that is compared. */
const volatile =
  /^(age|expires|last-modified|etag|content-length|server-timing|traceparent|tracestate|report-to|nel|cf-ray)$|(^|-)(request|correlation|trace|transaction|span|session|operation|amzn?)-?(id|trace-id)$/

/** Fields of standards, whose value says what the server does; of others a value may be the node's that answered. */
const standard =
  /^(accept-patch|accept-ranges|access-control-[a-z-]+|allow|alt-svc|cache-control|content-(disposition|encoding|language|security-policy|type)|cross-origin-[a-z-]+|location|permissions-policy|pragma|referrer-policy|retry-after|server|set-cookie|strict-transport-security|transfer-encoding|vary|www-authenticate|x-(content-type-options|frame-options|xss-protection))$/

/** Whether values of the field are compared only where they are the same throughout a run. */
export const mayVary = (name: string): boolean => !standard.test(name)

/** What the fields of an answer say. Names are compared as they must be: without their case (RFC 9110, 5.1). */
const fieldFacts = (fields: RecordedMessage['fields'], addresses: Addresses): readonly Fact[] => {
  const values = new Map<string, string[]>()
  for (const [name, value] of fields) {
    const own = name.toLowerCase()
    if (ofTheConnection.has(own)) continue
    values.set(own, [...(values.get(own) ?? []), fieldValue(own, value, addresses)])
  }
  return [...values].map(([at, own]): Fact => ({ kind: 'field', at, value: own.join(', ') }))
}

const fieldValue = (name: string, value: string, addresses: Addresses): string =>
  volatile.test(name) ? `present (${formOf(value)})` : normalise(value, addresses)

/** What a target's answer says, so that two servers that behave alike say the same. */
export const factsOf = (
  { request, response, publishes }: RecordedExchange,
  target: { readonly apiUrl: string } & Addresses,
): readonly Fact[] => {
  const kind: ContentKind =
    response.status >= 400 ? 'error' : request.url.startsWith(target.apiUrl) ? 'person' : 'open'
  return [
    { kind: 'status', at: 'status', value: String(response.status) },
    ...fieldFacts(response.fields, target),
    // What it says is compared as a document (documents.ts), not member by member.
    ...(publishes === true ? [] : contentsOf(response, kind, target)),
  ]
}

const contentsOf = (
  response: RecordedExchange['response'],
  kind: ContentKind,
  target: Addresses,
): readonly Fact[] =>
  response.jws === undefined
    ? contentFacts(response, kind, target)
    : jwsFacts(response.jws, kind, target)

const jwsFacts = (
  { header, payload, certificates }: RecordedJws,
  kind: ContentKind,
  addresses: Addresses,
): readonly Fact[] => [
  { kind: 'content', at: 'content', value: 'compact JWS' },
  ...leafFacts(header, 'open', addresses).map(({ at, value }): Fact => {
    const name = at.slice(1)
    return { kind: name === 'alg' ? 'jws-alg' : 'jws-header', at: name, value }
  }),
  {
    kind: 'jws-chain',
    at: 'x5c',
    value: certificates.map(certificateText).join(' < ') || 'none',
  },
  ...leafFacts(payload, kind, addresses),
]

const certificateText = ({
  subject,
  issuer,
  notBefore,
  notAfter,
  key,
}: RecordedJws['certificates'][number]): string => {
  const days = Math.round((Date.parse(notAfter) - Date.parse(notBefore)) / 86_400_000)
  return [
    oneLine(subject),
    ...(key === undefined ? [] : [key]),
    `${days} days`,
    `issued by ${oneLine(issuer)}`,
  ].join(', ')
}

/** A distinguished name as it is: nothing in it differs from run to run. */
const oneLine = (name: string): string => name.replaceAll('\n', ', ')
