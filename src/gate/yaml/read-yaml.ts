import type { ErrorObject } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { nearest } from '../../config/registry.ts'

/** A file as it was read, with where each part of it stands. */
export interface ReadYaml<Value> {
  readonly value: Value
  /** The line of a part, counted from 1: `['deviations', 2, 'rule']`. */
  readonly lineOf: (path: readonly (string | number)[]) => number
}

/**
 * Reads YAML 1.2 that must be as a JSON Schema says. What is wrong is told all at once, each with its line, the key,
 * and for a key that is unknown the nearest known one.
 * @throws ConfigurationError
 */
export const readYaml = <Value>(
  text: string,
  file: string,
  schema: Readonly<Record<string, unknown>>,
): ReadYaml<Value> => {
  refuse(excess(text, file))
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line
  const troubles = [...document.errors, ...document.warnings].map(
    ({ message, pos }) => `${file}:${lineAt(pos[0])}: ${firstLine(message)}`,
  )
  refuse(told(troubles))
  const lineOf = (path: readonly (string | number)[]): number =>
    lineAt(offsetOf(document, path) ?? 0)
  const value = plainValue(document, file)
  const validate = new Ajv2020({ allErrors: true, verbose: true, strict: false }).compile(schema)
  if (!validate(value)) {
    refuse(
      told(
        distinct(validate.errors ?? []).map((error) => {
          const { path, sentence } = problemOf(error)
          return `${file}:${lineOf(path)}: ${sentence}`
        }),
      ),
    )
  }
  return { value: value as Value, lineOf }
}

/** What a file may hold that people write and read: far more than any did, and little enough to be read at once. */
const bounds = {
  characters: 262_144,
  depth: 100,
  tokens: 40_000,
  keys: 1_000,
  aliases: 100,
  problems: 20,
}

/**
 * Why a file is not read at all. It is read for its size first, and without looking for keys that are there twice, which
 * takes the square of their number.
 */
const excess = (text: string, file: string): readonly string[] => {
  const why = (what: string) => [`${file} must be a file for people, but has ${what}`]
  if (text.length > bounds.characters) return why(`more than ${bounds.characters} characters`)
  if (depthOf(text) > bounds.depth) return why('values that are nested too deep')
  let tokens = 0
  for (const _ of new Lexer().lex(text)) {
    tokens += 1
    if (tokens > bounds.tokens) return why('more keys and values than anybody writes')
  }
  let [aliases, keys] = [0, 0]
  visit(parseDocument(text, { uniqueKeys: false, prettyErrors: false }), {
    Alias: () => {
      aliases += 1
    },
    Map: (_key, map) => {
      keys = Math.max(keys, map.items.length)
    },
  })
  if (keys > bounds.keys) return why(`more than ${bounds.keys} keys in a map`)
  return aliases > bounds.aliases ? why(`more than ${bounds.aliases} aliases`) : []
}

/** How deep brackets are opened, those in texts counted too: a hundred are in no file for people. */
const depthOf = (text: string): number => {
  let [depth, deepest] = [0, 0]
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** The first of them, and how many more there are. */
const told = (problems: readonly string[]): readonly string[] =>
  problems.length <= bounds.problems
    ? problems
    : [...problems.slice(0, bounds.problems), `and ${problems.length - bounds.problems} more`]

const plainValue = (document: Document, file: string): unknown => {
  try {
    return document.toJS({ maxAliasCount: bounds.aliases }) ?? {}
  } catch (error) {
    // The parser's own word for aliases of aliases, whose values would fill the memory.
    if (!(error instanceof ReferenceError)) throw error
    throw new ConfigurationError([`${file} must be a file for people, but ${error.message}`])
  }
}

const refuse = (problems: readonly string[]): void => {
  const [first, ...rest] = problems
  if (first !== undefined) throw new ConfigurationError([first, ...rest])
}

const firstLine = (message: string): string => message.split('\n')[0] ?? message

/** Where a key stands, or the value where it is an item of a list, or the nearest thing around it. */
const offsetOf = (document: Document, path: readonly (string | number)[]): number | undefined => {
  const last = path.at(-1)
  if (last === undefined) return isNode(document.contents) ? document.contents.range?.[0] : 0
  const around = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (isMap(around)) {
    const pair = around.items.find(({ key }) => isScalar(key) && String(key.value) === String(last))
    if (pair !== undefined && isScalar(pair.key)) return pair.key.range?.[0]
  }
  const own = document.getIn(path, true)
  return (isNode(own) ? own.range?.[0] : undefined) ?? offsetOf(document, path.slice(0, -1))
}

/** What only says why another one failed is left out. */
const distinct = (errors: readonly ErrorObject[]): readonly ErrorObject[] =>
  errors.filter(({ keyword }) => keyword !== 'const' && keyword !== 'propertyNames')

interface Problem {
  readonly path: readonly (string | number)[]
  readonly sentence: string
}

const problemOf = (error: ErrorObject): Problem => {
  const { instancePath, keyword, params, parentSchema, data, propertyName } = error
  const path = instancePath.split('/').slice(1).map(unescaped)
  const where = path.length === 0 ? 'the file' : shown(path)
  if (keyword === 'additionalProperties') {
    const key = String(params['additionalProperty'])
    const known = Object.keys((parentSchema?.['properties'] as object | undefined) ?? {})
    const meant = nearest(key, known, Math.max(2, Math.floor(key.length / 2)))
    const question = meant === undefined ? '' : ` did you mean "${meant}"?`
    return {
      path: [...path, key],
      sentence: `unknown key "${key}" in ${where};${question} known are ${known.join(', ')}`,
    }
  }
  if (keyword === 'required') {
    return { path, sentence: `${where} must have "${String(params['missingProperty'])}"` }
  }
  if (propertyName !== undefined) {
    return { path: [...path, propertyName], sentence: `${where} has "${propertyName}", no name` }
  }
  return {
    path,
    sentence: `${where} must be ${accepted(parentSchema, error)}, but is ${met(data)}`,
  }
}

const accepted = (schema: object | undefined, { keyword, message }: ErrorObject): string => {
  const described: unknown = Reflect.get(schema ?? {}, 'description')
  const codes: unknown = Reflect.get(schema ?? {}, 'enum')
  if (Array.isArray(codes) && keyword === 'enum') return `one of ${codes.join(', ')}`
  return typeof described === 'string' ? described : (message ?? keyword).replace(/^must be /, '')
}

const met = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) return 'a map'
  return JSON.stringify(value) ?? 'nothing'
}

const shown = (path: readonly string[]): string =>
  path
    .map((step, at) => (/^\d+$/.test(step) ? `[${step}]` : `${at === 0 ? '' : '.'}${step}`))
    .join('')

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')
