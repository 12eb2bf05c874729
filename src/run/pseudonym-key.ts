import { hkdfSync } from 'node:crypto'
import type { Environment, RunSettings } from '../config/environment.ts'
import { randomKey } from '../evidence/masking/pseudonym.ts'

/**
 * The key of an environment's pseudonyms: the same in every run with `KRR_STATE_KEY`, so that "same person" can be seen
 * between runs; without it, and always in production, one for each run.
 */
export const pseudonymKeyFor = (
  { name, production }: Pick<Environment, 'name' | 'production'>,
  { stateKey }: Pick<RunSettings, 'stateKey'>,
): Uint8Array =>
  stateKey === undefined || production
    ? randomKey()
    : new Uint8Array(hkdfSync('sha256', stateKey, '', `krr-conformance pseudonyms ${name}`, 32))
