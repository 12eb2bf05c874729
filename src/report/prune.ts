import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What became of one environment's runs. */
export interface PrunedRuns {
  readonly environment: string
  readonly removed: readonly string[]
  readonly kept: readonly string[]
}

/** Deletes the folders of all but the newest runs, of every environment that has any or of one. */
export const pruneRuns = async (
  reportDir: string,
  keep: number,
  only?: string,
): Promise<readonly PrunedRuns[]> => {
  const environments = (await foldersIn(reportDir)).filter((name) => (only ?? name) === name)
  const pruned: PrunedRuns[] = []
  for (const environment of environments) {
    const runs = join(reportDir, environment, 'runs')
    // An id begins with the time, so that the newest sorts last.
    const ids = (await foldersIn(runs)).toSorted().toReversed()
    if (ids.length === 0) continue
    const [kept, removed] = [ids.slice(0, keep), ids.slice(keep)]
    for (const id of removed) await rm(join(runs, id), { recursive: true, force: true })
    pruned.push({ environment, removed, kept })
  }
  return pruned
}

const foldersIn = async (path: string): Promise<readonly string[]> => {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}
