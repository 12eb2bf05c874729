import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatedTypes } from './generated-types.ts'
import { generatedValidators, validatorsDeclaration } from './generated-validators.ts'
import { loadTightening, tightenedPersonSchema } from './person-schema.ts'
import { projectFolder } from './project-folder.ts'
import { loadSnapshot, type Snapshot } from './snapshot.ts'

/** What became of one generated file. `path` is relative to the project. */
export interface GeneratedFile {
  readonly path: string
  /** `stale` only where nothing was to be written. */
  readonly state: 'in step' | 'written' | 'stale'
}

/** The content of every generated file, by path. Same specs, same bytes. */
const contentOf = async (
  root: string,
  snapshot: Snapshot,
): Promise<ReadonlyMap<string, string>> => {
  const schema = tightenedPersonSchema(snapshot, loadTightening(root))
  return new Map([
    ['generated/krr.ts', await generatedTypes(snapshot)],
    ['generated/validators.js', generatedValidators(snapshot, schema)],
    ['generated/validators.d.ts', validatorsDeclaration(snapshot)],
  ])
}

/**
 * Writes `generated/` from `specs/`; with `check` it writes nothing and says what is stale.
 * @throws ContractError where the snapshot or its tightening cannot be used
 */
export const generate = async ({
  check,
  root = projectFolder(),
}: {
  readonly check: boolean
  readonly root?: string
}): Promise<readonly GeneratedFile[]> => {
  const contents = await contentOf(root, loadSnapshot(root))
  return [...contents].map(([path, content]): GeneratedFile => {
    const absolute = join(root, path)
    if (textOf(absolute) === content) return { path, state: 'in step' }
    if (check) return { path, state: 'stale' }
    mkdirSync(join(root, 'generated'), { recursive: true })
    writeFileSync(absolute, content)
    return { path, state: 'written' }
  })
}

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
