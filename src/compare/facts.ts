import type { RecordedExchange, RecordedJws } from '../report/model.ts'
import type { Addresses } from '../report/normalise.ts'
import { type ContentKind, contentFacts, leafFacts } from './content-facts.ts'
import type { Fact } from './fact.ts'
import { fieldFacts } from './field-facts.ts'

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
