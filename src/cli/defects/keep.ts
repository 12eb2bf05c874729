import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Row } from '../../defects/row.ts'
import type { ConformanceReport } from '../../report/model.ts'
import { writeReport } from '../../report/write.ts'
import type { MatrixFile } from './matrix-file.ts'
import { matrixPage } from './page.ts'

/** The folder of a row's own report. */
export const rowFolder = (reportDir: string, { id }: Pick<Row, 'id'>): string =>
  join(reportDir, 'defects', id)

/** Keeps the report that a row is made of, or takes an earlier one away. */
export const keepRowReport = async (
  reportDir: string,
  row: Row,
  report: ConformanceReport | undefined,
): Promise<void> => {
  await rm(rowFolder(reportDir, row), { recursive: true, force: true })
  if (report !== undefined) await writeReport(report, join(reportDir, 'defects'))
}

/** Writes the matrix as JSON and as a page; a part of it never takes the place of the whole one. */
export const keepMatrix = async (
  reportDir: string,
  matrix: MatrixFile,
  kept: ReadonlySet<string>,
): Promise<string> => {
  const whole = join(reportDir, 'defects')
  const folder = matrix.selection === 'whole' ? whole : join(whole, 'partial')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'matrix.json'), `${JSON.stringify(matrix, null, 2)}\n`)
  const up = matrix.selection === 'whole' ? '' : '../'
  const page = join(folder, 'matrix.html')
  await writeFile(
    page,
    matrixPage(matrix, ({ id }) => (kept.has(id) ? `${up}${id}/report.html` : undefined)),
  )
  return page
}
