import { match, ok, strictEqual } from 'node:assert/strict'

/** An element as it was read back. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
}

const token =
  /<\?xml version="1\.0" encoding="UTF-8"\?>\n|<\/?[a-zA-Z-]+(?: [a-zA-Z-]+="[^"<]*")*\/?>|[^<]+/gy
const attribute = / ([a-zA-Z-]+)="([^"]*)"/g

/** XML 1.0 (Fifth Edition), production 2, and no `]]>` in character data (2.4). */
const legal = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u

/**
 * Reads the part of XML that our writers use and refuses everything else, for tests: well-formed
 * here is well-formed for every parser.
 * @throws AssertionError
 */
export const readXml = (document: string): XmlElement => {
  match(document, legal)
  const open: { name: string; start: string; children: XmlElement[]; text: string }[] = [
    { name: '', start: '', children: [], text: '' },
  ]
  let read = 0
  for (const [piece] of document.matchAll(token)) {
    ok(read > 0 === !piece.startsWith('<?xml'), 'the declaration stands first and once')
    read += piece.length
    const parent = open.at(-1)
    ok(parent)
    if (piece.startsWith('<?')) continue
    if (!piece.startsWith('<')) parent.text += characters(piece)
    else if (piece.startsWith('</')) close(open, piece.slice(2, -1))
    else {
      const [, name = ''] = /^<([a-zA-Z-]+)/.exec(piece) ?? []
      open.push({ name, start: piece, children: [], text: '' })
      if (piece.endsWith('/>')) close(open, name)
    }
  }
  strictEqual(read, document.length, `ill-formed at ${document.slice(read, read + 80)}`)
  const [root] = open
  ok(open.length === 1 && root?.children.length === 1, 'one root, all closed')
  strictEqual(root.text.trim(), '')
  const [element] = root.children
  ok(element)
  return element
}

const close = (
  open: { name: string; start: string; children: XmlElement[]; text: string }[],
  name: string,
): void => {
  const own = open.pop()
  ok(own)
  strictEqual(own.name, name)
  const pairs = [...own.start.matchAll(attribute)]
  const attributes = new Map(pairs.map(([, key = '', value = '']) => [key, characters(value)]))
  strictEqual(attributes.size, pairs.length, 'attribute names are unique')
  const { children, text } = own
  open.at(-1)?.children.push({ name, attributes, children, text })
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const characters = (text: string): string => {
  ok(!text.includes(']]>'))
  return text.replaceAll(/&([^;]*;?)/g, (_reference, name: string) => {
    const character = entities[name.replace(/;$/, '')]
    ok(name.endsWith(';') && character !== undefined, `unknown reference &${name}`)
    return character
  })
}

/** All elements of a name below an element, in document order. */
export const below = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...below(child, name),
  ])
