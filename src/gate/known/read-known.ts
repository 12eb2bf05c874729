import { canonicalName } from '../../config/registry.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import schema from './known-deviations.schema.json' with { type: 'json' }
import type { KnownDeviation } from './known-deviations.ts'

/** The file that `npm test` and the gate read, where they are started. */
export const knownDeviationsFile = 'known-deviations.yaml'

/**
 * The entries of the file.
 * @throws ConfigurationError naming line, key and the nearest known one
 */
export const readKnown = (text: string): readonly KnownDeviation[] => {
  const { value, lineOf } = readYaml<{ deviations: readonly Omit<KnownDeviation, 'line'>[] }>(
    isEmpty(text) ? 'deviations: []' : text,
    knownDeviationsFile,
    schema,
  )
  return value.deviations.map((entry, at) => ({
    ...entry,
    environment: canonicalName(entry.environment),
    line: lineOf(['deviations', at]),
  }))
}

/** Nothing but comments: nothing is known. */
export const isEmpty = (text: string): boolean =>
  text.split('\n').every((line) => /^\s*(?:#|$)/.test(line))
