import { isJsonObject, type JsonObject } from '../evidence/json.ts'

const escaped = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1')
const unescaped = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~')

/** A JSON Pointer made of these reference tokens (RFC 6901, 3). */
export const pointerOf = (...tokens: readonly (string | number)[]): string =>
  tokens.map((token) => `/${escaped(String(token))}`).join('')

/** The value that a JSON Pointer names, or undefined where it names nothing (RFC 6901, 4). */
export const valueAtPointer = (value: unknown, pointer: string): unknown => {
  if (pointer === '') return value
  if (!pointer.startsWith('/')) return undefined
  return pointer
    .slice(1)
    .split('/')
    .map(unescaped)
    .reduce<unknown>((inner, token) => {
      if (Array.isArray(inner))
        return /^(0|[1-9][0-9]*)$/.test(token) ? inner[Number(token)] : undefined
      return isJsonObject(inner) && Object.hasOwn(inner, token) ? inner[token] : undefined
    }, value)
}

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

/** The object itself, or the one that its chain of local `$ref`s leads to. */
export const resolved = (document: JsonObject, value: unknown): JsonObject | undefined => {
  const seen = new Set<string>()
  let found = value
  while (isJsonObject(found) && typeof found['$ref'] === 'string') {
    if (seen.has(found['$ref'])) return undefined
    seen.add(found['$ref'])
    found = valueAtReference(document, found['$ref'])
  }
  return isJsonObject(found) ? found : undefined
}
