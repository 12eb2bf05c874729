import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigurationError } from '../config/configuration-error.ts'
import schema from './report.schema.json' with { type: 'json' }

/** What became of one environment's runs. */
export interface PrunedRuns {
  readonly environment: string
  readonly removed: readonly string[]
  readonly kept: readonly string[]
}

/**
 * Deletes the folders of all but the newest runs, of every environment that has any or of one. What no run can have named
 * is left alone.
 * @throws ConfigurationError where a symbolic link leads out of the reports
 */
export const pruneRuns = async (
  reportDir: string,
  keep: number,
  only?: string,
): Promise<readonly PrunedRuns[]> => {
  const environments = (await foldersIn(reportDir)).filter((name) => (only ?? name) === name)
  const pruned: PrunedRuns[] = []
  for (const environment of environments) {
    const runs = join(reportDir, environment, 'runs')
    if ((await lstat(runs).catch(() => undefined))?.isSymbolicLink() === true) {
      throw new ConfigurationError([
        `${runs} is a symbolic link, and nothing is deleted where it leads: remove the link`,
      ])
    }
    // An id begins with the time, so that the newest sorts last.
    const ids = (await foldersIn(runs))
      .filter((id) => isRunId.test(id))
      .toSorted()
      .toReversed()
    if (ids.length === 0) continue
    const [kept, removed] = [ids.slice(0, keep), ids.slice(keep)]
    for (const id of removed) await rm(join(runs, id), { recursive: true, force: true })
    pruned.push({ environment, removed, kept })
  }
  return pruned
}

const isRunId = new RegExp(schema.properties.run.properties.id.pattern)

const foldersIn = async (path: string): Promise<readonly string[]> => {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}
