import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isJsonObject } from '../evidence/json.ts'

/** What is remembered of one run. */
interface RunOfFlakes {
  readonly run: string
  readonly flakes: number
}

const runsAtMost = 50

/**
 * Remembers how many requests of a run failed at first, and gives the sum of the runs before. It reads no earlier
 * report: those may have been moved, and are large.
 */
export const rememberFlakes = (
  stateDir: string,
  environment: string,
  own: RunOfFlakes,
): { readonly runs: number; readonly flakes: number } | undefined => {
  const path = join(stateDir, 'flakes', `${environment}.json`)
  const before = read(path)
  write(path, [...before, own].slice(-runsAtMost))
  if (before.length === 0) return undefined
  return { runs: before.length, flakes: before.reduce((sum, { flakes }) => sum + flakes, 0) }
}

const read = (path: string): readonly RunOfFlakes[] => {
  try {
    const entries: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return Array.isArray(entries) ? entries.filter(isRun) : []
  } catch {
    return []
  }
}

const isRun = (entry: unknown): entry is RunOfFlakes =>
  isJsonObject(entry) &&
  typeof entry['run'] === 'string' &&
  Number.isSafeInteger(entry['flakes']) &&
  Number(entry['flakes']) >= 0

/** Where it cannot be kept, the next run knows of fewer runs. */
const write = (path: string, entries: readonly RunOfFlakes[]): void => {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const next = `${path}.next`
    writeFileSync(next, `${JSON.stringify(entries, null, 2)}\n`, { mode: 0o600 })
    renameSync(next, path)
  } catch {}
}
