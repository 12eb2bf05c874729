import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { isJsonObject, type JsonObject } from '../evidence/json.ts'
import { generatedHeader } from './generated-types.ts'
import { pointerOf } from './pointer.ts'
import { membersOf } from './promises.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * An ES module that exports `person`, ajv's validator of the schema, compiled ahead, and `members`, the
 * names that the schema has.
 */
export const generatedValidators = (snapshot: Snapshot, schema: JsonObject): string => {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
    validateFormats: false,
    ownProperties: true,
    code: { source: true, esm: true, lines: true },
  })
  ajv.addSchema(schema)
  const code = standaloneCode.default(ajv, { person: String(schema['$id']) })
  return [
    `${generatedHeader(snapshot, 'ajv')}${asModule(code)}`,
    `export const members = ${JSON.stringify(memberPointers(schema), null, 2)};`,
    '',
  ].join('\n')
}

/** The members of the schema's parts, as JSON Pointers, each once: parts have definitions of their own. */
const memberPointers = ({ allOf }: JsonObject): readonly string[] => {
  const parts = Array.isArray(allOf) ? allOf.filter(isJsonObject) : []
  return [
    ...new Set(
      parts.flatMap((part) => [...membersOf(part)('')].map(({ member }) => pointerOf(...member))),
    ),
  ]
}

/** ajv requires its run-time parts even in an ES module: here they become imports. */
export const asModule = (code: string): string => {
  const imports = new Map<string, string>()
  const body = code.replace(/\brequire\("([^"]+)"\)/g, (_, specifier: string) => {
    const name = imports.get(specifier) ?? `runtime${imports.size}`
    imports.set(specifier, name)
    return name
  })
  const lines = [...imports].map(([specifier, name]) => `import ${name} from "${specifier}.js";\n`)
  return lines.join('') + body.replace(/^"use strict";\s*/, '').trimEnd()
}

/** What TypeScript knows of that module. */
export const validatorsDeclaration = (snapshot: Snapshot): string =>
  `${generatedHeader(snapshot, 'ajv')}import type { ErrorObject } from 'ajv'

/** Whether the value is a person by the snapshot and its tightening; \`errors\` say why it is not. */
export declare const person: {
  (value: unknown): boolean
  errors?: readonly ErrorObject[] | null
}

/** Every member that the two name, as JSON Pointers. */
export declare const members: readonly string[]
`
