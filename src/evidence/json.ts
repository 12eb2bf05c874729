import { limits } from './limits.ts'

/** A JSON object as it was parsed: members by name, values unchecked. */
export type JsonObject = { readonly [name: string]: unknown }

/** Whether the value is a JSON object: not null, not an array. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A value of a document in words. `String` calls what the value has as `toString`, and a target may send that as a member.
 */
export const wordsOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)

/** The value at a path of member names, or undefined where a step is missing. */
export const valueAt = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, name) => (isJsonObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
    value,
  )

/** The value at the path where it is a string, else undefined. */
export const stringAt = (value: unknown, ...path: readonly string[]): string | undefined => {
  const found = valueAt(value, ...path)
  return typeof found === 'string' ? found : undefined
}

const plainName = /^[A-Za-z_]{1,60}$/

/**
 * The JSON Pointer (RFC 6901) of a path, fit to be shown: a name that is no plain word or index may
 * itself be a personal value (an e-mail address as a member name) and is shown as `*`.
 */
export const jsonPointer = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${typeof step === 'number' || plainName.test(step) ? step : '*'}`).join('')

/** Steps from a document's root: member names and array indexes. */
export type JsonPath = readonly (string | number)[]

/** A value without inner values (scalar, empty object, empty array), with the way to it. */
interface JsonLeaf {
  readonly path: JsonPath
  readonly value: unknown
}

/** Containers deeper than this are leaves: a person is two deep, and paths must stay short. */
const depthLimit = 32

/**
 * Every leaf of a parsed JSON document, without recursion, so that no nesting exhausts the stack.
 * Members named in `except` are left out at the top level.
 */
export function* leavesOf(
  document: unknown,
  except: ReadonlySet<string> = new Set(),
): Generator<JsonLeaf> {
  const pending: JsonLeaf[] = [{ path: [], value: document }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const inner = next.path.length < depthLimit ? innerOf(next.value) : []
    if (inner.length === 0) yield next
    for (const [step, value] of inner.reverse()) {
      const isLeftOut = next.path.length === 0 && typeof step === 'string' && except.has(step)
      if (!isLeftOut) pending.push({ path: [...next.path, step], value })
    }
  }
}

const innerOf = (value: unknown): [step: string | number, value: unknown][] => {
  if (Array.isArray(value)) return value.map((item: unknown, index) => [index, item])
  if (typeof value === 'object' && value !== null) return Object.entries(value)
  return []
}

/**
 * Which limit a JSON text is over, in words, or undefined where it is over none: without recursion and before it is
 * parsed. Of a text that is no JSON the answer means nothing.
 */
export const jsonLimit = (text: string): string | undefined => {
  // Each level and each member takes two characters at least.
  if (text.length < 2 * limits.jsonDepth) return undefined
  let depth = 0
  let members = 0
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quotationMark:
        at = endOfString(text, at)
        break
      case openingBrace:
      case openingBracket:
        depth += 1
        members += 1
        if (depth > limits.jsonDepth) return `more than ${limits.jsonDepth} levels`
        break
      case closingBrace:
      case closingBracket:
        depth -= 1
        break
      case comma:
        members += 1
        if (members > limits.jsonMembers) return `more than ${limits.jsonMembers} members and items`
    }
  }
  return undefined
}

const [quotationMark, backslash, comma] = [0x22, 0x5c, 0x2c]

const [openingBrace, closingBrace, openingBracket, closingBracket] = [0x7b, 0x7d, 0x5b, 0x5d]

/** Where the string that begins here ends: its closing quotation mark, or the text's end. */
const endOfString = (text: string, start: number): number => {
  let at = start + 1
  while (at < text.length && text.charCodeAt(at) !== quotationMark)
    at += text.charCodeAt(at) === backslash ? 2 : 1
  return at
}

interface Container {
  /** Names seen so far; undefined for an array. */
  readonly names: Set<string> | undefined
  /** The member or item being read. */
  step: string | number
  isAtName: boolean
}

/**
 * The path of every member whose name occurred in the same object before, in document order; names
 * are compared unescaped (RFC 8259, 8.3). `JSON.parse` keeps the last one and tells nothing.
 * The text must be valid JSON: of anything else the answer means nothing.
 */
export const repeatedMembers = (text: string): readonly JsonPath[] => {
  const repeated: JsonPath[] = []
  const open: Container[] = []
  for (let at = 0; at < text.length; at += 1) {
    const container = open.at(-1)
    switch (text[at]) {
      case '{':
        open.push({ names: new Set(), step: '', isAtName: true })
        break
      case '[':
        open.push({ names: undefined, step: 0, isAtName: false })
        break
      case '}':
      case ']':
        open.pop()
        break
      case ',':
        if (container !== undefined) advance(container)
        break
      case '"': {
        const end = endOfString(text, at)
        if (container?.isAtName === true) {
          container.step = unescaped(text.slice(at, end + 1))
          container.isAtName = false
          if (container.names?.has(container.step) === true) {
            repeated.push(open.map(({ step }) => step))
          }
          container.names?.add(container.step)
        }
        at = end
      }
    }
  }
  return repeated
}

const advance = (container: Container): void => {
  if (typeof container.step === 'number') container.step += 1
  else container.isAtName = true
}

const unescaped = (literal: string): string => {
  try {
    return String(JSON.parse(literal))
  } catch {
    return literal
  }
}
