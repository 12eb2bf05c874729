import type { PictureCell } from '../../model.ts'
import { pictureScopes } from '../../picture.ts'
import { html, type Markup } from './markup.ts'
import { isAsExpected, type MemberState, stateOf, statesShown } from './picture-states.ts'

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
export const drawing = (picture: readonly PictureCell[], kind: keyof typeof measures): Markup => {
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
  return html`<svg class="picture ${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Members by combination of scopes; ${odd === 0 ? 'all as expected' : `${odd} of ${picture.length} ways to ask not as expected`}. The table below says the same.">
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
export const icon = (state: MemberState): Markup =>
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
