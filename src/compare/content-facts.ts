import { parseJson } from '../evidence/message.ts'
import type { RecordedMessage } from '../report/model.ts'
import { type Addresses, formOf, normalise } from '../report/normalise.ts'
import type { Fact } from './fact.ts'
import type { FactKind } from './model.ts'

/** Of a person only forms are compared, of an error and of what is published also what is said. */
export type ContentKind = 'person' | 'error' | 'open'

/** What the content of an answer says. */
export const contentFacts = (
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
export const leafFacts = (
  document: unknown,
  kind: ContentKind,
  addresses: Addresses,
): readonly Fact[] => {
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
