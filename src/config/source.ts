import { type Dotenv, dotenvAt } from './dotenv.ts'

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
