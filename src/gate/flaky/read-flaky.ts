import { canonicalName } from '../../config/registry.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import schema from './known-flaky.schema.json' with { type: 'json' }
import type { KnownFlake } from './known-flaky.ts'

/** The file that the gate reads, where it is started. */
export const knownFlakyFile = 'known-flaky.yaml'

/**
 * The entries of the file.
 * @throws ConfigurationError naming line, key and the nearest known one
 */
export const readFlaky = (text: string): readonly KnownFlake[] => {
  const { value, lineOf } = readYaml<{ flaky: readonly Omit<KnownFlake, 'line'>[] }>(
    text,
    knownFlakyFile,
    schema,
  )
  return value.flaky.map((entry, at) => ({
    ...entry,
    environment: canonicalName(entry.environment),
    line: lineOf(['flaky', at]),
  }))
}
