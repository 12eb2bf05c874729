import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

const said = new Set(['id', 'title', 'level', 'basis', 'citations'])

/** A property of an object that a rule's file declares at its top: `const x: Rule<...> = { id: ... }`. */
const isHeader = (path) => {
  if (!path.isObjectProperty() || !said.has(path.node.key.name)) return false
  const declarator = path.parentPath.parentPath
  const type = declarator?.node.id?.typeAnnotation?.typeAnnotation?.typeName?.name
  return declarator?.isVariableDeclarator() && type === 'Rule'
}

/**
 * What a rule says of itself decides nothing in it. It is held elsewhere: docs/rules.md is generated from it, and
 * the check fails where the two are not in step.
 */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'rule-headers', {
    shouldIgnore: (path) =>
      isHeader(path) ? 'the header of a rule, which docs/rules.md holds' : undefined,
  }),
]
