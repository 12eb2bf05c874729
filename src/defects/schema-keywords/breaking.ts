import { isJsonObject, type JsonObject } from '../../reference/api/message.ts'
import { withJson } from './edit.ts'
import type { SchemaKeyword } from './keyword.ts'

/** What a break may draw on beside the keyword. */
export interface BreakingMaterial {
  /** The code list of a member without any condition. */
  readonly codesOf: (path: readonly string[]) => readonly unknown[]
  /** A good value for a member, as the main test user has it. */
  readonly sampleOf: (member: string) => unknown
}

/** Breaks this one keyword in a person, or leaves a person alone who has nothing to break. */
export const breakKeyword = (
  { keyword, path, value, condition }: SchemaKeyword,
  person: JsonObject,
  { codesOf, sampleOf }: BreakingMaterial,
): unknown => {
  const last = path.at(-1) ?? ''
  switch (keyword) {
    case 'type':
      return withJson(person, path, (own) => (typeof own === 'string' ? [own] : wrong(own)))
    case 'enum':
      return withJson(person, path, (own) => otherCode(own, value, condition && codesOf(path)))
    case 'pattern':
      return withJson(person, path, (own) => misfit(String(own), new RegExp(String(value), 'u')))
    case 'format':
      return withJson(person, path, (own) => `${String(own)} `)
    case 'required':
      return withJson(person, path, () => undefined)
    case 'additionalProperties':
      return withJson(person, path, (own) => ({ ...(own as object), uventet: 'JA' }))
    case 'forbidden':
      return { ...person, [last]: sampleOf(last) }
    case 'anyOf':
      return withJson(person, path, (own) => withoutAnyOf(own, value))
    default:
      return keyword satisfies never
  }
}

const wrong = (value: unknown): unknown => (isJsonObject(value) ? [value] : String(value))

/** Under a condition a code of the list that is not allowed there, else one of no list. */
const otherCode = (own: unknown, allowed: unknown, codes: readonly unknown[] = []): unknown =>
  codes.find((code) => !(allowed as readonly unknown[]).includes(code)) ?? `${String(own)}_X`

/** The first of some small changes that the pattern does not fit. */
const misfit = (text: string, pattern: RegExp): string =>
  [`${text}X`, `X${text}`, text.slice(1), ''].find((candidate) => !pattern.test(candidate)) ?? text

const withoutAnyOf = (own: unknown, branches: unknown): unknown => {
  const named = (branches as readonly { readonly required?: readonly string[] }[]).flatMap(
    ({ required = [] }) => required,
  )
  return Object.fromEntries(Object.entries(own as object).filter(([name]) => !named.includes(name)))
}
