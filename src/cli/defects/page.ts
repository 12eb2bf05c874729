import { isExpected, type Kind, kinds, type Row } from '../../defects/row.ts'
import { documentOf } from '../../report/writers/html/document.ts'
import { html, type Markup } from '../../report/writers/html/markup.ts'
import { countLines, expectationOf, replayLine, surprises } from './lines.ts'
import type { MatrixFile } from './matrix-file.ts'

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
export const matrixPage = (
  matrix: MatrixFile,
  linkOf: (row: Row) => string | undefined,
): string => {
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
