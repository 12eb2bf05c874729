import { isJsonObject, type JsonObject } from '../evidence/json.ts'
import { dialectOf } from './dialect.ts'
import { isLocal, pointerOf, valueAtPointer } from './pointer.ts'

/** What a schema says of a value, whatever way it is composed. */
export interface Shape {
  /** Names of types without `null`; undefined for any. */
  readonly types: readonly string[] | undefined
  readonly nullable: boolean
  /** The code list, without null; undefined where any value of the type will do. */
  readonly codes: readonly unknown[] | undefined
  readonly members: ReadonlyMap<string, ShapeMember>
}

interface ShapeMember {
  /** JSON Pointer of the member's schema, where it is written. */
  readonly at: string
  readonly required: boolean
}

const anything: Shape = { types: undefined, nullable: true, codes: undefined, members: new Map() }

/** The pointer of what is written here: itself, or where its chain of local `$ref`s leads. */
export const writtenAt = (document: JsonObject, pointer: string): string | undefined => {
  const seen = new Set<string>()
  let at: string | undefined = pointer
  while (at !== undefined && !seen.has(at)) {
    const value = valueAtPointer(document, at)
    if (value === undefined) return undefined
    if (!isJsonObject(value) || typeof value['$ref'] !== 'string') return at
    seen.add(at)
    at = pointerOfReference(value['$ref'])
  }
  return undefined
}

const pointerOfReference = (reference: string): string | undefined => {
  if (!isLocal(reference)) return undefined
  try {
    return decodeURIComponent(reference.slice(1))
  } catch {
    return undefined
  }
}

/** Reads the schemas of a document by their pointers, each once: a circle says nothing more. */
export const shapesOf = (document: JsonObject): ((pointer: string) => Shape) => {
  const known = new Map<string, Shape>()
  const siblingsCount = dialectOf(document) !== 'OpenAPI 3.0'

  const shapeAt = (pointer: string): Shape => {
    const earlier = known.get(pointer)
    if (earlier !== undefined) return earlier
    known.set(pointer, anything)
    const schema = valueAtPointer(document, pointer)
    const shape = isJsonObject(schema) ? shapeOfSchema(schema, pointer) : anything
    known.set(pointer, shape)
    return shape
  }

  const shapeOfSchema = (schema: JsonObject, pointer: string): Shape => {
    const { $ref: reference } = schema
    const target = typeof reference === 'string' ? pointerOfReference(reference) : undefined
    if (typeof reference === 'string' && !siblingsCount) {
      return target === undefined ? anything : shapeAt(target)
    }
    const parts = [
      ownShape(schema, pointer),
      ...(target === undefined ? [] : [shapeAt(target)]),
      ...inner('allOf', schema, pointer).map(shapeAt),
      ...['anyOf', 'oneOf'].flatMap((name) => {
        const alternatives = inner(name, schema, pointer)
        return alternatives.length === 0 ? [] : [anyOf(alternatives.map(shapeAt))]
      }),
    ]
    const shape = allOf(parts)
    return schema['nullable'] === true ? { ...shape, nullable: true } : shape
  }

  return shapeAt
}

const inner = (name: string, schema: JsonObject, pointer: string): readonly string[] =>
  listOf(schema[name]).map((_, index) => `${pointer}${pointerOf(name, index)}`)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** What the schema says by itself, what it is composed of aside. */
const ownShape = (schema: JsonObject, pointer: string): Shape => {
  const { type, properties, required } = schema
  const named = [type].flat().filter((name) => typeof name === 'string')
  const listed = 'const' in schema ? [schema['const']] : schema['enum']
  const codes = Array.isArray(listed) ? listed : undefined
  const must = new Set(listOf(required))
  const members = Object.keys(isJsonObject(properties) ? properties : {}).map((name) => {
    const at = `${pointer}${pointerOf('properties', name)}`
    return [name, { at, required: must.has(name) }] as const
  })
  return {
    types: named.length === 0 ? undefined : named.filter((name) => name !== 'null').sort(),
    nullable:
      (named.length === 0 || named.includes('null')) &&
      (codes === undefined || codes.includes(null)),
    codes: codes?.filter((code) => code !== null),
    members: new Map([
      ...members,
      // What another part names may be required here.
      ...[...must]
        .filter((name) => typeof name === 'string' && !members.some(([own]) => own === name))
        .map((name) => [String(name), { at: '', required: true }] as const),
    ]),
  }
}

/** All of them hold. */
const allOf = (parts: readonly Shape[]): Shape => {
  const members = new Map<string, ShapeMember>()
  for (const [name, member] of parts.flatMap((part) => [...part.members])) {
    const known = members.get(name)
    const at = known === undefined || known.at === '' ? member.at : known.at
    members.set(name, { at, required: member.required || (known?.required ?? false) })
  }
  return {
    types: parts.find(({ types }) => types !== undefined)?.types,
    nullable: parts.every(({ nullable }) => nullable),
    codes: parts.find(({ codes }) => codes !== undefined)?.codes,
    members,
  }
}

/** One of them holds. That it may be null is told apart from what it is otherwise. */
const anyOf = (alternatives: readonly Shape[]): Shape => {
  const values = alternatives.filter(({ types }) => types === undefined || types.length > 0)
  const names = new Set(values.flatMap(({ members }) => [...members.keys()]))
  const members = [...names].flatMap((name) => {
    const found = values.map((value) => value.members.get(name))
    const at = found.find((member) => member !== undefined && member.at !== '')?.at ?? ''
    const required = found.every((member) => member?.required === true)
    return [[name, { at, required }] as const]
  })
  return {
    types: values.some(({ types }) => types === undefined)
      ? undefined
      : [...new Set(values.flatMap(({ types }) => types ?? []))].sort(),
    nullable: alternatives.some(({ nullable }) => nullable),
    codes: values.some(({ codes }) => codes === undefined)
      ? undefined
      : [...new Set(values.flatMap(({ codes }) => codes ?? []))],
    members: new Map(members),
  }
}
