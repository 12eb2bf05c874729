import type { Row } from '../../defects/row.ts'

/** A matrix with where and when it was made. */
export interface MatrixFile {
  readonly schemaVersion: 1
  readonly harnessVersion: string
  readonly startedAt: string
  readonly finishedAt: string
  /** Whether all experiments were made. */
  readonly selection: 'whole' | 'part'
  /** Rules that no experiment of the matrix proves. */
  readonly unproven: readonly string[]
  readonly rows: readonly Row[]
}
