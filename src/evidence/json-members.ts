import type { JsonPath } from './json-leaves.ts'
import { endOfString } from './json-limit.ts'

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
