/** Steps from a document's root: member names and array indexes. */
export type JsonPath = readonly (string | number)[]

/** A value without inner values (scalar, empty object, empty array), with the way to it. */
export interface JsonLeaf {
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
