import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../contract/project-folder.ts'
import type { HarnessReport, MatrixFigures } from '../report/model.ts'

/** Where the figures of the whole defect matrix are kept: `krr defects --record` writes them. */
export const matrixRecordPath = (root: string = projectFolder()): string =>
  join(root, 'generated', 'matrix.json')

/** What was recorded of the harness; nothing where there is no file, or none of this form. */
export const readHarnessReport = (root?: string): HarnessReport => {
  try {
    const matrix: unknown = JSON.parse(readFileSync(matrixRecordPath(root), 'utf8'))
    return isFigures(matrix) ? { matrix } : {}
  } catch {
    return {}
  }
}

const isFigures = (value: unknown): value is MatrixFigures => {
  if (typeof value !== 'object' || value === null) return false
  const { harnessVersion, ruleSet, recorded, rows, expected, proven } = value as Partial<
    Record<keyof MatrixFigures, unknown>
  >
  return (
    typeof harnessVersion === 'string' &&
    typeof ruleSet === 'number' &&
    typeof recorded === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(recorded) &&
    typeof rows === 'object' &&
    rows !== null &&
    typeof expected === 'number' &&
    Array.isArray(proven)
  )
}
