import type { ConformanceReport, PictureCell } from '../../model.ts'
import { pictureScopes } from '../../picture.ts'
import type { PageWords } from '../../words/page.ts'
import { type PictureWords, pictureWordsIn } from '../../words/picture.ts'
import { html, type Markup } from './markup.ts'

/** What became of a member in one way to ask. */
type MemberState = 'came' | 'absent' | 'withheld' | 'missing' | 'undue' | 'refused' | 'no person'

/** The state of a member of the cell, or of all of them where no person came. */
const stateOf = (
  member: PictureCell['members'][number] | undefined,
  { status, scopes }: PictureCell,
): MemberState => {
  if (member === undefined) {
    const mayBeRefused = !scopes.includes('kontaktinformasjon') && !scopes.includes('digitalpost')
    return mayBeRefused && (status === 401 || status === 403) ? 'refused' : 'no person'
  }
  if (member.expected === 'withheld') return member.came ? 'undue' : 'withheld'
  if (member.came) return 'came'
  return member.expected === 'required' ? 'missing' : 'absent'
}

/** Whether all members are as the scopes let expect. */
const isAsExpected = (cell: PictureCell): boolean =>
  cell.members.length === 0
    ? stateOf(undefined, cell) === 'refused'
    : cell.members.every((member) => !['missing', 'undue'].includes(stateOf(member, cell)))

/** The states that occur, in the order of the legend. */
const statesShown = (picture: readonly PictureCell[]): readonly MemberState[] => {
  const occurring = new Set(
    picture.flatMap((cell) =>
      cell.members.length === 0
        ? [stateOf(undefined, cell)]
        : cell.members.map((member) => stateOf(member, cell)),
    ),
  )
  return (Object.keys(shapes) as MemberState[]).filter((state) => occurring.has(state))
}

/** Measures of the drawing: names beside the rows, or above them where there is no room beside. */
interface Measures {
  readonly cell: number
  readonly pairGap: number
  readonly labelWidth: number
  readonly rowHeight: number
  readonly labelHeight: number
}

const measures = {
  wide: { cell: 20, pairGap: 14, labelWidth: 214, rowHeight: 22, labelHeight: 0 },
  narrow: { cell: 17, pairGap: 5, labelWidth: 0, rowHeight: 20, labelHeight: 17 },
} as const satisfies Record<string, Measures>

/**
 * The picture: a column for each way to ask, its scopes as dots above, a row for each member. A screen reader gets
 * one sentence and the table below it.
 */
const drawing = (
  picture: readonly PictureCell[],
  kind: keyof typeof measures,
  words: PictureWords,
): Markup => {
  const own: Measures = measures[kind]
  const members = namesIn(picture)
  const starts = startsOfCombinations(picture)
  const left = (index: number) =>
    own.labelWidth +
    index * own.cell +
    starts.filter((start) => start > 0 && start <= index).length * own.pairGap
  const step = own.rowHeight + own.labelHeight
  const headHeight = pictureScopes.length * step + 30
  const top = (row: number) => headHeight + row * step + own.labelHeight
  // A run of selected rules asks in fewer ways: it is drawn to the same scale, and its names have room all the same.
  const width = own.labelWidth + mostWays * own.cell + (mostWays / 2) * own.pairGap + 2
  const height = top(members.length) + 4
  const odd = picture.filter((cell) => !isAsExpected(cell)).length
  return html`<svg class="picture ${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${words.drawing(odd, picture.length)}">
${pictureScopes.map((scope, row) => scopeRow(scope, row * step + own.labelHeight, picture, { own, left, starts }))}
${picture.map((cell, index) => html`<text class="as" x="${left(index) + own.cell / 2}" y="${headHeight - 12}">${cell.representation === 'application/json' ? 'J' : 'S'}</text>`)}
<path class="rule" d="M0 ${headHeight - 4}H${width}"/>
${members.map((name, row) => label(name, top(row), own))}
${statesShown(picture).map(
  (state) =>
    html`<path class="state ${state.replace(' ', '-')}" d="${picture.flatMap((cell, index) =>
      members.flatMap((name, row) => {
        const member = cell.members.find((one) => one.name === name)
        if (cell.members.length > 0 && member === undefined) return []
        return stateOf(member, cell) === state
          ? [shapes[state](left(index) + own.cell / 2, top(row) + own.rowHeight / 2)]
          : []
      }),
    )}"/>`,
)}
</svg>`
}

/** A state's shape on its own, for the legend. */
const icon = (state: MemberState): Markup =>
  html`<svg class="picture icon" viewBox="0 0 20 20" aria-hidden="true"><path class="state ${state.replace(' ', '-')}" d="${shapes[state](10, 10)}"/></svg>`

/** Eight combinations of scopes, each in both representations. */
const mostWays = 16

/** Where each combination of scopes begins: the ways to ask with the same scopes stand beside each other. */
const startsOfCombinations = (picture: readonly PictureCell[]): readonly number[] =>
  picture.flatMap(({ scopes }, index) =>
    index > 0 && scopes.toSorted().join() === picture[index - 1]?.scopes.toSorted().join()
      ? []
      : [index],
  )

const namesIn = (picture: readonly PictureCell[]): readonly string[] => [
  ...new Set(picture.flatMap(({ members }) => members.map(({ name }) => name))),
]

const label = (name: string, top: number, { rowHeight, labelHeight }: Measures): Markup => {
  const [first = '', inner] = name.split('/')
  const y = labelHeight === 0 ? top + rowHeight / 2 + 4 : top - 2
  return html`<text class="name" x="${inner === undefined ? 0 : 14}" y="${y}">${inner ?? first}</text>`
}

const scopeRow = (
  scope: string,
  top: number,
  picture: readonly PictureCell[],
  {
    own,
    left,
    starts,
  }: {
    readonly own: Measures
    readonly left: (index: number) => number
    readonly starts: readonly number[]
  },
): Markup => {
  const middle = top + own.rowHeight / 2
  const y = own.labelHeight === 0 ? middle + 4 : top - 2
  return html`<text class="name scope" x="0" y="${y}">${scope}${scope === 'spraak' ? '.write' : '.read'}</text>
${starts.map((start, group) => {
  const ways = (starts[group + 1] ?? picture.length) - start
  const isGranted = picture[start]?.scopes.includes(scope) === true
  return html`<circle class="${isGranted ? 'granted' : 'not-granted'}" cx="${left(start) + (ways * own.cell) / 2}" cy="${middle}" r="5"/>`
})}`
}

/** Each state has a shape of its own, so that colour is never the only sign. */
const shapes = {
  came: (x, y) => `M${x - 6} ${y - 6}h12v12h-12z`,
  absent: (x, y) => `M${x - 4} ${y}h8`,
  withheld: (x, y) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`,
  missing: (x, y) => `M${x - 6} ${y - 6}l12 12M${x + 6} ${y - 6}l-12 12`,
  undue: (x, y) => `M${x} ${y - 8}l8 14h-16z`,
  refused: (x, y) => `M${x - 4} ${y + 5}l8 -10`,
  'no person': (x, y) => `M${x - 3} ${y - 3}a3 3 0 1 1 3 3v3M${x} ${y + 6}v1`,
} as const satisfies Record<MemberState, (x: number, y: number) => string>

/** The contract at a glance: which members each combination of scopes yields, drawn and as a table. */
export const pictureSection = (
  { picture = [] }: ConformanceReport,
  { language }: Pick<PageWords, 'language'>,
): Markup | undefined => {
  if (picture.length === 0) return undefined
  const words = pictureWordsIn(language)
  const odd = picture.filter((cell) => !isAsExpected(cell)).length
  return html`<section id="contract" aria-labelledby="contract-title">
<h2 id="contract-title">${words.title}</h2>
<p class="lead">${odd === 0 ? words.asExpected(picture.length) : words.notAsExpected(odd, picture.length)} ${words.judgesNothing}</p>
${drawing(picture, 'wide', words)}
${drawing(picture, 'narrow', words)}
<ul class="legend">${statesShown(picture).map((state) => html`<li>${icon(state)} ${words.states[state]}</li>`)}
<li><b>J</b> application/json, <b>S</b> ${words.signed}</li></ul>
<details class="twin"><summary>${words.asTable}</summary>
<div class="wide" role="region" aria-label="${words.table}" tabindex="0">${table(picture, words)}</div></details>
</section>
`
}

/** `kontaktinformasjon + digitalpost` */
const combinationOf = ({ scopes }: Pick<PictureCell, 'scopes'>, words: PictureWords): string =>
  scopes.length === 0
    ? words.noScope
    : pictureScopes.filter((scope) => scopes.includes(scope)).join(' + ')

const table = (picture: readonly PictureCell[], words: PictureWords): Markup => html`<table>
<thead><tr>${Object.values(words.columns).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${picture.map(
  (cell) => html`
<tr><th scope="row">${combinationOf(cell, words)}</th><td>${cell.representation.slice('application/'.length)}</td><td>${cell.status}</td>
<td>${names(cell, 'came')}${cell.unknown === 0 ? undefined : words.unknown(cell.unknown)}</td>
<td>${names(cell, 'withheld')}</td><td>${names(cell, 'missing')}</td><td>${names(cell, 'undue')}</td>
<td><a class="id" href="#${cell.exchange}">${cell.exchange}</a></td></tr>`,
)}
</tbody></table>`

const names = (cell: PictureCell, state: 'came' | 'withheld' | 'missing' | 'undue'): string => {
  const own = cell.members.filter((member) => stateOf(member, cell) === state)
  return own.length === 0 ? '–' : own.map(({ name }) => name).join(', ')
}
