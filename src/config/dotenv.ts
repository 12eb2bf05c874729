import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'dotenv'
import { ConfigurationError } from './configuration-error.ts'
import { fileTrouble } from './disk.ts'

/** A `.env` file, and what in it is likely not what was meant. */
interface Dotenv {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly warnings: readonly string[]
}

/**
 * Reads the folder's `.env`; without one there are no variables. The process environment is left alone.
 * @throws ConfigurationError where it is there but cannot be read
 */
export const dotenvAt = (folder: string): Dotenv => {
  const path = join(folder, '.env')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
    const variables = parse(text)
    return { variables, warnings: text.split(/\r\n?|\n/).flatMap(lineWarnings(path, variables)) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { variables: {}, warnings: [] }
    }
    throw new ConfigurationError(
      [`${path} must be a text file that can be read, but ${fileTrouble(error)}`],
      { cause: error },
    )
  }
}

// dotenv drops in silence a line that it does not understand, and what follows a # without quotes.
const lineWarnings =
  (path: string, variables: Readonly<Record<string, string>>) =>
  (line: string, index: number): readonly string[] => {
    const name = /^\s*(?:export\s+)?(KRR_\w+)/.exec(line)?.[1]
    if (name === undefined) return []
    const at = `${path}, line ${index + 1}`
    if (!Object.hasOwn(variables, name)) return [`${at}: ${name} is not followed by = and a value`]
    return isCut(line)
      ? [`${at}: the value of ${name} ends before the #; put it in quotes if the # belongs to it`]
      : []
  }

/** A # without white space before it, outside quotes that surround the whole value: dotenv drops what follows. */
const isCut = (line: string): boolean => {
  const value = /^\s*(?:export\s+)?KRR_\w+\s*(?:=|:\s)(.*)$/.exec(line)?.[1] ?? ''
  const quoted = /^\s*(['"`])(?:\\.|(?!\1)[^\\])*\1/.test(value)
  return !quoted && /(?:^|\S)#/.test(value)
}

/** The variables as they were given, process environment and `.env` together. */
export interface Source {
  /** The trimmed value; undefined where it is not set or blank. */
  readonly get: (key: string) => string | undefined
  /** The names of all variables that are set. */
  readonly keys: readonly string[]
  /** Where the key is set; undefined where it is not. */
  readonly placeOf: (key: string) => 'process environment' | '.env' | undefined
  /** Where to set the key, as the end of a problem sentence. */
  readonly where: (key: string) => string
  /** What is odd about `.env`, one line each, without values. */
  readonly warnings: readonly string[]
}

type Variables = Readonly<Record<string, string | undefined>>

const inDotenv = 'set it in .env (see .env.example)'

const inProcess = 'it is set in the process environment, which comes before .env (see .env.example)'

/** The given variables alone, as if all of them stood in `.env`. */
export const sourceOf = (variables: Variables): Source => layered({}, { variables, warnings: [] })

/**
 * The process environment over the `.env` of the folder, as dotenv does it: a variable that is set to
 * nothing in the process hides the one in the file.
 * @throws ConfigurationError where `.env` is there but cannot be read
 */
export const sourceAt = (folder: string, processVariables: Variables): Source =>
  layered(processVariables, dotenvAt(folder))

const layered = (outer: Variables, file: Dotenv): Source => {
  const set = Object.entries(outer).filter(([, value]) => value !== undefined)
  const variables: Variables = { ...file.variables, ...Object.fromEntries(set) }
  const get = (key: string): string | undefined => {
    const text = variables[key]?.trim()
    return text === '' ? undefined : text
  }
  return {
    get,
    keys: Object.keys(variables).filter((key) => get(key) !== undefined),
    placeOf(key) {
      if (get(key) === undefined) return undefined
      return outer[key] === undefined ? '.env' : 'process environment'
    },
    where: (key) => (outer[key]?.trim() ? inProcess : inDotenv),
    warnings: file.warnings,
  }
}
