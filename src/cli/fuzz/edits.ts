/** One change of a valid value, as plain data. What it does to an object, a list of fields or a text is alike. */
export interface Edit {
  readonly what: 'replace' | 'remove' | 'rename' | 'copy' | 'wrap' | 'insert'
  /** Which child of which child. Counted round, so that each number means one in each value. */
  readonly where: readonly number[]
  /** What is put there; an object with `$text`, `$deep`, `$many` or `$items` stands for what is too long to be printed. */
  readonly value: unknown
}

type Field = readonly [name: string, value: string]

/** A value with these changes, one after the other. */
export const editedJson = (value: unknown, edits: readonly Edit[]): unknown =>
  edits.reduce((own, edit) => changed(own, edit, edit.where), value)

const changed = (value: unknown, edit: Edit, [at = 0, ...further]: readonly number[]): unknown => {
  if (typeof value !== 'object' || value === null) return here(value, edit)
  const entries = Object.entries(value)
  if (entries.length === 0) return here(value, edit)
  const index = at % entries.length
  const [name = '', own] = entries[index] ?? []
  const isDeeper = further.length > 0 && typeof own === 'object' && own !== null
  const instead: readonly (readonly [string, unknown])[] = isDeeper
    ? [[name, changed(own, edit, further)]]
    : entriesInstead([name, own], edit)
  const all = [...entries.slice(0, index), ...instead, ...entries.slice(index + 1)]
  return Array.isArray(value) ? all.map(([, item]) => item) : Object.fromEntries(all)
}

const entriesInstead = (
  [name, own]: readonly [string, unknown],
  edit: Edit,
): readonly (readonly [string, unknown])[] => {
  switch (edit.what) {
    case 'remove':
      return []
    case 'rename':
      return [[shortText(edit.value), own]]
    case 'copy':
      return [
        [name, own],
        [shortText(edit.value), own],
      ]
    case 'insert':
      return [
        [name, own],
        [`${name}2`, expanded(edit.value)],
      ]
    default:
      return [[name, here(own, edit)]]
  }
}

const here = (own: unknown, { what, value }: Edit): unknown => {
  if (what === 'wrap') return typeof own === 'string' ? ` ${own} ` : [own]
  return what === 'copy' && typeof own === 'string' ? `${own}${own}` : expanded(value)
}

/** A text with these changes. */
export const editText = (text: string, edits: readonly Edit[]): string =>
  edits.reduce((own, { what, where: [at = 0, length = 0], value }) => {
    // A fortieth of the text each, so that ends and middles are met in long ones too.
    const from = Math.floor((own.length * at) / 40)
    const until = from + 1 + Math.floor((own.length * length) / 40)
    const put = textOf(expanded(value))
    switch (what) {
      case 'remove':
        return own.slice(0, from) + own.slice(until)
      case 'replace':
        return own.slice(0, from) + put + own.slice(until)
      case 'rename':
        return put
      case 'copy':
        return own + own
      case 'wrap':
        return `${put}${own}${put}`
      default:
        return own.slice(0, from) + put + own.slice(from)
    }
  }, text)

/** Octets with these changes; what is put in is UTF-8, and is cut wherever a change begins. */
export const editBytes = (content: Uint8Array, edits: readonly Edit[]): Uint8Array => {
  const inUtf8 = edits.map((edit) => ({
    ...edit,
    value: Buffer.from(textOf(expanded(edit.value))).toString('latin1'),
  }))
  return new Uint8Array(
    Buffer.from(editText(Buffer.from(content).toString('latin1'), inUtf8), 'latin1'),
  )
}

/** Names and values with these changes. */
export const editFields = (fields: readonly Field[], edits: readonly Edit[]): readonly Field[] =>
  edits.reduce<readonly Field[]>((own, { what, where: [at = 0], value }) => {
    const index = at % Math.max(1, own.length)
    const [name = 'x-other', kept = ''] = own[index] ?? []
    const put = shortText(value)
    const instead: Readonly<Record<Edit['what'], readonly Field[]>> = {
      remove: [],
      replace: [[name, put]],
      rename: [[put, kept]],
      copy: [
        [name, kept],
        [name, kept],
      ],
      wrap: [[name, `${put}${kept}${put}`]],
      insert: [
        [name, kept],
        ['x-other', put],
      ],
    }
    return [...own.slice(0, index), ...instead[what], ...own.slice(index + 1)]
  }, fields)

/** The value that an edit stands for; what is large is made once, however often an answer is bent by it. */
const expanded = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const made = large.get(value) ?? { value: unfolded(value) }
  large.set(value, made)
  return made.value
}
const large = new WeakMap<object, { readonly value: unknown }>()

const unfolded = (value: object): unknown => {
  const { $text, $times, $deep, $many, $items } = value as Readonly<Record<string, unknown>>
  if (typeof $text === 'string') return $text.repeat(Number($times))
  if (typeof $deep === 'number') {
    let deep: unknown = 1
    for (let level = 0; level < $deep; level += 1) deep = level % 2 === 0 ? [deep] : { a: deep }
    return deep
  }
  if (typeof $many === 'number')
    return Object.fromEntries(Array.from({ length: $many }, (_, at) => [`m${at}`, `text ${at}`]))
  return typeof $items === 'number' ? Array.from({ length: $items }, (_, at) => at) : value
}

const textOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? value : JSON.stringify(value)
  const written = texts.get(value) ?? JSON.stringify(value)
  texts.set(value, written)
  return written
}
const texts = new WeakMap<object, string>()

/** For a name or a field: the limit of a header section is met by others. */
const shortText = (value: unknown): string => textOf(expanded(value)).slice(0, 4_000)
