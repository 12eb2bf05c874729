import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FoundDocument, PublishedDocument } from '../evidence/published-document.ts'
import { type Change, changesBetween } from './changes.ts'
import { ContractError } from './contract-error.ts'
import { projectFolder } from './project-folder.ts'
import { promisesOf } from './promises.ts'
import { type ProvenanceRow, provenanceRows, rowFor } from './provenance.ts'
import { loadSnapshot, type Snapshot } from './snapshot.ts'

/** The snapshot, and which of its lines somebody published. */
export interface JudgedSnapshot {
  readonly snapshot: Pick<Snapshot, 'kind' | 'published'>
  /** The line-by-line table of SOURCE.md; empty for a snapshot that was pulled, which is published as a whole. */
  readonly provenance: readonly ProvenanceRow[]
}

/** A published document beside the snapshot that it is to keep the promises of. */
export interface SnapshotComparison extends JudgedSnapshot {
  readonly published: PublishedDocument
}

/** @throws ContractError where the snapshot or its page cannot be used */
export const loadJudgedSnapshot = (root: string = projectFolder()): JudgedSnapshot => {
  const snapshot = loadSnapshot(root)
  const path = join(root, 'specs', 'SOURCE.md')
  try {
    return { snapshot, provenance: provenanceRows(readFileSync(path, 'utf8')) }
  } catch (cause) {
    throw new ContractError(`${path} cannot be read`, { cause })
  }
}

/** What may let down who relied on the snapshot; of a transcribed one only what a source says. */
export const brokenPromises = (
  comparison: JudgedSnapshot,
  published: FoundDocument,
): readonly Change[] =>
  changesOf(comparison, published).filter(
    ({ earlier, breaks }) => breaks && isPublished(comparison, earlier),
  )

/** What the document says beyond the snapshot, or otherwise without letting anybody down. */
export const otherChanges = (
  comparison: JudgedSnapshot,
  published: FoundDocument,
): readonly Change[] => changesOf(comparison, published).filter(({ breaks }) => !breaks)

const changesOf = (
  { snapshot }: JudgedSnapshot,
  { document, apiUrl }: FoundDocument,
): readonly Change[] => {
  if (document === undefined) return []
  return changesBetween(promisesOf(snapshot.published), promisesOf(document, apiUrl))
}

/** Somebody promised it: the row of the place, or of what a new place was added to, is no inference of ours. */
const isPublished = (
  { snapshot, provenance }: JudgedSnapshot,
  pointer: string | undefined,
): boolean =>
  snapshot.kind === 'pulled' ||
  (pointer !== undefined && rowFor(provenance, pointer)?.status === 'transcribed')
