import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What became of one generated file. `path` is relative to the project. */
export interface GeneratedFile {
  readonly path: string
  /** `stale` only where nothing was to be written. */
  readonly state: 'in step' | 'written' | 'stale'
}

/** Writes what is not in step, by path; with `check` it writes nothing and says what is stale. */
export const keepInStep = (
  contents: ReadonlyMap<string, string>,
  { check, root }: { readonly check: boolean; readonly root: string },
): readonly GeneratedFile[] =>
  [...contents].map(([path, content]): GeneratedFile => {
    const absolute = join(root, path)
    if (textOf(absolute) === content) return { path, state: 'in step' }
    if (check) return { path, state: 'stale' }
    mkdirSync(dirname(absolute), { recursive: true })
    writeFileSync(absolute, content)
    return { path, state: 'written' }
  })

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
