import { isJsonObject, type JsonObject } from '../../reference/api/message.ts'

/** One thing that a schema asks of a value, and where. */
export interface SchemaKeyword {
  readonly keyword:
    | 'type'
    | 'enum'
    | 'pattern'
    | 'format'
    | 'required'
    | 'additionalProperties'
    | 'forbidden'
    | 'anyOf'
  /** The members on the way to the value; of `required` and `forbidden` the member itself is the last. */
  readonly path: readonly string[]
  /** What stands at the keyword. */
  readonly value: unknown
  /** Whether the published document says so itself, and not the pages alone. */
  readonly isPublished: boolean
  /** It holds for people alone that this schema fits. */
  readonly condition?: JsonObject | undefined
}

const asserted = ['type', 'enum', 'pattern', 'format'] as const

interface Place {
  readonly root: JsonObject
  readonly path: readonly string[]
  readonly isPublished: boolean
  readonly condition?: JsonObject | undefined
}

/** Every keyword of a schema that stands alone, at every pointer of what it describes. */
export const keywordsOf = (root: JsonObject, isPublished: boolean): readonly SchemaKeyword[] =>
  keywordsAt(root, { root, path: [], isPublished })

const keywordsAt = (written: unknown, place: Place): readonly SchemaKeyword[] => {
  const schema = resolved(written, place.root)
  const { path, isPublished, condition } = place
  const found = (keyword: SchemaKeyword['keyword'], value: unknown, own = path): SchemaKeyword => ({
    keyword,
    path: own,
    value,
    isPublished,
    condition,
  })
  // Where a condition guards it, `type` only says what the condition has found already.
  const names = asserted.filter((name) => condition === undefined || name !== 'type')
  return [
    ...names.filter((name) => name in schema).map((name) => found(name, schema[name])),
    ...listOf(schema['required']).map((name) => found('required', true, [...path, String(name)])),
    ...(schema['additionalProperties'] === false ? [found('additionalProperties', false)] : []),
    ...(condition !== undefined && Array.isArray(schema['anyOf'])
      ? [found('anyOf', schema['anyOf'])]
      : []),
    ...Object.entries(objectOf(schema['properties'])).flatMap(([name, property]) =>
      property === false
        ? [found('forbidden', true, [...path, name])]
        : keywordsAt(property, { ...place, path: [...path, name] }),
    ),
    ...listOf(schema['allOf']).flatMap((branch) => branchAt(branch, place)),
  ]
}

const branchAt = (branch: unknown, place: Place): readonly SchemaKeyword[] => {
  const { if: condition, then } = objectOf(branch)
  return isJsonObject(condition)
    ? keywordsAt(then, { ...place, condition })
    : keywordsAt(branch, place)
}

const resolved = (schema: unknown, root: JsonObject): JsonObject => {
  const { $ref, ...rest } = objectOf(schema)
  if (typeof $ref !== 'string') return rest
  const steps = $ref.replace(/^#\/?/, '').split('/').filter(Boolean)
  const target = steps.reduce<unknown>(
    (value, step) => objectOf(value)[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    root,
  )
  return { ...resolved(target, root), ...rest }
}

const objectOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
