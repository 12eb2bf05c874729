import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Experiment } from '../../defects/experiment.ts'
import {
  causesTold,
  isExpected,
  type Kind,
  kinds,
  outcomes,
  type Row,
  replaysOf,
} from '../../defects/row.ts'
import type { ConformanceReport, MatrixFigures } from '../../report/model.ts'
import { writeReport } from '../../report/write.ts'
import { documentOf } from '../../report/writers/html/document.ts'
import { html, type Markup } from '../../report/writers/html/markup.ts'
import { rules } from '../../rules/index.ts'
import { ruleSetVersion } from '../../rules/rule-set.ts'
import { matrixRecordPath } from '../../run/environment-report.ts'
import { harnessVersion } from '../../run/version.ts'
import { countLines, expectationOf, replayLine, surprises } from './lines.ts'

/** The figures of a matrix that each report of a run carries from then on. */
export const figuresOf = (
  rows: readonly Row[],
  experiments: readonly Experiment[],
  now: Date,
): MatrixFigures => {
  // What a defect would prove it has proven only where it was seen to.
  const detected = new Set(rows.filter(({ outcome }) => outcome === 'detected').map(({ id }) => id))
  const proven = new Set(
    experiments.filter(({ id }) => detected.has(id)).flatMap(({ proves }) => proves),
  )
  const replays = replaysOf(rows)
  const causes = causesTold(rows)
  return {
    harnessVersion,
    ruleSet: ruleSetVersion,
    recorded: now.toISOString().slice(0, 10),
    rows: Object.fromEntries(
      kinds
        .map((kind) => [kind, countsOf(rows.filter((row) => row.kind === kind))] as const)
        .filter(([, counts]) => Object.keys(counts).length > 0),
    ),
    expected: rows.filter(isExpected).length,
    proven: rules.map(({ id }) => id).filter((id) => proven.has(id)),
    ...(replays.findings > 0 ? { replays } : {}),
    ...(causes === undefined ? {} : { causes }),
  }
}

const countsOf = (rows: readonly Row[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    outcomes
      .map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length] as const)
      .filter(([, number]) => number > 0),
  )

/** Keeps the figures under version control; gives the path. */
export const recordFigures = async (figures: MatrixFigures): Promise<string> => {
  const path = matrixRecordPath()
  await writeFile(path, `${JSON.stringify(figures, null, 2)}\n`)
  return path
}

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

const titles: Readonly<Record<Kind, readonly [title: string, meaning: string]>> = {
  control: ['Control', 'The reference environment as it is: it conforms, and no rule trips.'],
  defect: ['Defects', 'One fault each: the rules that are named must trip, and no others.'],
  schema: ['Defects made from the schema', 'One keyword of the tightened schema broken in each.'],
  variant: [
    'Conforming variants',
    'Unusual and in order: each is conformant, and no rule trips but a declared SHOULD.',
  ],
  'dumb-server': [
    'Dumb servers',
    'They know nothing: no rule passes on them that they do not deserve, and none is conformant.',
  ],
}

/** The matrix as one page that needs no network and no script; `linkOf` leads to the report of a row. */
const matrixPage = (matrix: MatrixFile, linkOf: (row: Row) => string | undefined): string => {
  const surprising = matrix.rows.filter((row) => !isExpected(row))
  const content = html`${surprising.length > 0 ? section('surprises', 'Not as expected', '', surprising, linkOf) : undefined}
${kinds.map((kind) => {
  const [title, meaning] = titles[kind]
  const own = matrix.rows.filter((row) => row.kind === kind)
  return own.length > 0 ? section(kind, title, meaning, own, linkOf) : undefined
})}`
  return documentOf({
    title: 'defect matrix (krr-conformance)',
    header: header(matrix, surprising),
    content,
  })
}

const header = (matrix: MatrixFile, surprising: readonly Row[]): Markup => {
  const { rows, unproven, selection } = matrix
  const isGood = surprising.length === 0 && unproven.length === 0
  return html`<div class="verdict ${isGood ? 'good' : 'bad'}">
<p class="kicker">krr-conformance ${matrix.harnessVersion}, defect matrix, ${matrix.finishedAt.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')}</p>
<h1>${rows.length - surprising.length} of ${rows.length} as expected</h1>
<p class="sentence">${selection === 'part' ? 'A part of the matrix. ' : ''}The shipped suites ran once on each of these servers, and the
report was held against what it must say.</p>
<ul>${[...countLines(rows), ...replayLine(rows)].map((line) => html`<li>${line}</li>`)}${
    unproven.length > 0
      ? html`<li><strong>Rules that nothing proves: ${unproven.join(', ')}</strong></li>`
      : undefined
  }</ul>
</div>`
}

const section = (
  id: string,
  title: string,
  meaning: string,
  rows: readonly Row[],
  linkOf: (row: Row) => string | undefined,
): Markup => html`<section aria-labelledby="${id}">
<h2 id="${id}">${title} (${rows.length})</h2>
<p class="lead">${meaning}</p>
<div class="wide" role="region" aria-labelledby="${id}" tabindex="0"><table>
<thead><tr><th scope="col">outcome</th><th scope="col">what is unusual</th><th scope="col">tripped</th></tr></thead>
<tbody>${rows.map((row) => line(row, linkOf(row)))}</tbody>
</table></div>
</section>
`

const line = (row: Row, link: string | undefined): Markup => html`
<tr><td><span class="tag ${isExpected(row) ? 'good' : 'bad'}">${row.outcome}</span></td>
<td>${row.title}<br><code class="soft">${row.id}</code>${
  isExpected(row) ? undefined : trouble(row)
}${link === undefined ? undefined : html`<br><a href="${link}">report</a>`}</td>
<td>${row.tripped.join(', ')}</td></tr>`

const trouble = (row: Row): Markup => html`<br>
<strong>expected: ${expectationOf(row)}<br>happened: ${[`verdict ${row.verdict}`, ...surprises(row)].join('; ')}</strong><br>
<code>npm run defects -- ${row.id}</code>`

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
