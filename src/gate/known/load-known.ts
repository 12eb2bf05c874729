import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KnownFlake } from '../flaky/known-flaky.ts'
import type { KnownDeviation } from './known-deviations.ts'

/**
 * The known deviations of `known-deviations.yaml` in a folder; none where there is no such file, and then nothing
 * more than its absence is looked at.
 * @throws ConfigurationError naming line, key and the nearest known one
 */
export const loadKnown = async (folder: string): Promise<readonly KnownDeviation[]> => {
  const text = await textOf(folder, 'known-deviations.yaml')
  return text === undefined ? [] : (await import('./read-known.ts')).readKnown(text)
}

/**
 * The flakes of `known-flaky.yaml` in a folder; none where there is no such file.
 * @throws ConfigurationError naming line, key and the nearest known one
 */
export const loadFlaky = async (folder: string): Promise<readonly KnownFlake[]> => {
  const text = await textOf(folder, 'known-flaky.yaml')
  return text === undefined ? [] : (await import('../flaky/read-flaky.ts')).readFlaky(text)
}

const textOf = (folder: string, file: string): Promise<string | undefined> =>
  readFile(join(folder, file), 'utf8').catch(() => undefined)
