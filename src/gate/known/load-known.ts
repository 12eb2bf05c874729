import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KnownDeviation } from './known-deviation.ts'

/**
 * The known deviations of `known-deviations.yaml` in a folder; none where there is no such file, and then nothing
 * more than its absence is looked at.
 * @throws ConfigurationError naming line, key and the nearest known one
 */
export const loadKnown = async (folder: string): Promise<readonly KnownDeviation[]> => {
  const text = await readFile(join(folder, 'known-deviations.yaml'), 'utf8').catch(() => undefined)
  return text === undefined ? [] : (await import('./read-known.ts')).readKnown(text)
}
