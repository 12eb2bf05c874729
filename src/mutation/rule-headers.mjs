const said = new Set(['id', 'title', 'level', 'basis', 'since', 'cites'])

/** A property that a rule's file declares at its top: `const x: Rule<...> = { title: ... }`. */
const isHeader = (path) => {
  if (!path.isObjectProperty() || !said.has(path.node.key.name)) return false
  const declarator = path.parentPath.parentPath
  const type = declarator?.node.id?.typeAnnotation?.typeAnnotation?.typeName?.name
  return declarator?.isVariableDeclarator() && type === 'Rule'
}

/**
 * What a rule says of itself decides nothing in it. Other steps of the check hold it: docs/rules.md is generated
 * from it, and quotes are looked for in their pages. `intrusive`, `byClock` and
 * `tellsOfPerson` decide something, and are mutated.
 */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'rule-headers',
    value: {
      shouldIgnore: (path) =>
        isHeader(path) ? 'the header of a rule: docs/rules.md holds it' : undefined,
    },
  },
]
