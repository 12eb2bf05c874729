import { type GeneratedFile, keepInStep } from './generated-file.ts'
import { generatedKnownSchemas, knownSchemasDeclaration } from './generated-known-schemas.ts'
import { generatedTypes } from './generated-types.ts'
import { generatedValidators, validatorsDeclaration } from './generated-validators.ts'
import { loadTightening, tightenedPersonSchema } from './person-schema.ts'
import { projectFolder } from './project-folder.ts'
import { loadSnapshot, type Snapshot } from './snapshot.ts'

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
    ['generated/known-schemas.js', generatedKnownSchemas(snapshot)],
    ['generated/known-schemas.d.ts', knownSchemasDeclaration(snapshot)],
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
  return keepInStep(await contentOf(root, loadSnapshot(root)), { check, root })
}
