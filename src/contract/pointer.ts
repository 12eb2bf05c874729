import { isJsonObject, type JsonObject } from '../evidence/json.ts'

const escaped = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1')
const unescaped = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~')

/** A JSON Pointer made of these reference tokens (RFC 6901, 3). */
export const pointerOf = (...tokens: readonly (string | number)[]): string =>
  tokens.map((token) => `/${escaped(String(token))}`).join('')

/** The way to a place: each step a member's name or an array's index, and what is found there. */
export interface Steps {
  readonly path: readonly (string | number)[]
  readonly found: unknown
}

/** Follows a JSON Pointer into a value; `found` is undefined where it names nothing (RFC 6901, 4). */
export const stepsTo = (value: unknown, pointer: string): Steps => {
  const path: (string | number)[] = []
  let found = value
  for (const token of pointer.split('/').slice(1).map(unescaped)) {
    path.push(Array.isArray(found) ? Number(token) : token)
    if (Array.isArray(found)) found = item(found, token)
    else found = isJsonObject(found) && Object.hasOwn(found, token) ? found[token] : undefined
  }
  return { path, found }
}

const item = (array: readonly unknown[], token: string): unknown =>
  /^(0|[1-9][0-9]*)$/.test(token) ? array[Number(token)] : undefined

/** The value that a JSON Pointer names, or undefined where it names nothing. */
export const valueAtPointer = (value: unknown, pointer: string): unknown =>
  pointer === '' || pointer.startsWith('/') ? stepsTo(value, pointer).found : undefined

/** Whether a `$ref` points into the document itself. */
export const isLocal = (reference: string): boolean => reference.startsWith('#')

/** What a local `$ref` names, or undefined; a remote one is never fetched. */
export const valueAtReference = (document: JsonObject, reference: string): unknown => {
  if (!isLocal(reference)) return undefined
  try {
    return valueAtPointer(document, decodeURIComponent(reference.slice(1)))
  } catch {
    return undefined
  }
}

/** No document needs as many steps from a reference to what it names. */
const longestChain = 50

/** The object itself, or the one that its chain of local `$ref`s leads to. */
export const resolved = (document: JsonObject, value: unknown): JsonObject | undefined => {
  const seen = new Set<string>()
  let found = value
  while (isJsonObject(found) && typeof found['$ref'] === 'string') {
    if (seen.has(found['$ref']) || seen.size === longestChain) return undefined
    seen.add(found['$ref'])
    found = valueAtReference(document, found['$ref'])
  }
  return isJsonObject(found) ? found : undefined
}
