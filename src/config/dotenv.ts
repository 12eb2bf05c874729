import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'dotenv'
import { ConfigurationError } from './configuration-error.ts'
import { fileTrouble } from './disk.ts'

/** A `.env` file, and what in it is likely not what was meant. */
export interface Dotenv {
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
