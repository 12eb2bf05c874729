import { type Chapter, isProblem, type Line, type LineState } from './line.ts'

/** How the text is to look; what a terminal can do is for the caller to know. */
export interface Look {
  readonly columns: number
  readonly paint: (style: 'good' | 'bad' | 'doubt' | 'soft' | 'strong', text: string) => string
  /** Breaks a text into lines of at most that width. */
  readonly wrapped: (text: string, width: number) => readonly string[]
}

const styles = { ok: 'good', warning: 'doubt', problem: 'bad' } as const satisfies Record<
  LineState,
  Parameters<Look['paint']>[0]
>
const stateWidth = 'warning'.length
const widestKey = 34

/** The chapters as people read them: state, key, what is the matter, and below it what to do. */
export const doctorText = (chapters: readonly Chapter[], look: Look): readonly string[] => {
  const lines = chapters.flatMap((chapter) => chapter.lines)
  const keyWidth = Math.min(widestKey, Math.max(...lines.map(({ key }) => key.length)))
  return [
    ...chapters
      .filter((chapter) => chapter.lines.length > 0)
      .flatMap(({ title, lines: own }) => [
        look.paint('strong', title),
        ...own.flatMap((line) => lineText(line, keyWidth, look)),
        '',
      ]),
    ...summary(lines, look),
  ]
}

const lineText = (line: Line, keyWidth: number, look: Look): readonly string[] => {
  const { state, key, says, todo } = line
  const margin = ' '.repeat(2 + stateWidth + 2 + keyWidth + 2)
  const width = Math.max(30, look.columns - margin.length)
  const [first = '', ...rest] = look.wrapped(says, width)
  const head = `  ${look.paint(styles[state], state.padEnd(stateWidth))}  ${key.padEnd(keyWidth)}`
  const does = todo === undefined ? [] : look.wrapped(`-> ${todo}`, width)
  // A key that is longer than the column has the rest of its line to itself.
  const start = key.length > keyWidth ? [head, `${margin}${first}`] : [`${head}  ${first}`]
  return [...start, ...[...rest, ...does].map((text) => `${margin}${text}`)]
}

const summary = (lines: readonly Line[], look: Look): readonly string[] => {
  const problems = lines.filter(isProblem)
  const warnings = lines.filter(({ state }) => state === 'warning')
  return [
    ...(problems.length === 0
      ? [look.paint('good', 'Nothing stands in the way of a run.')]
      : [`${look.paint('bad', counted(problems, 'problem'))}: ${keysOf(problems)}`]),
    ...(warnings.length === 0
      ? []
      : [`${look.paint('doubt', counted(warnings, 'warning'))}: ${keysOf(warnings)}`]),
  ]
}

const counted = ({ length }: readonly Line[], noun: string): string =>
  `${length} ${noun}${length === 1 ? '' : 's'}`

const keysOf = (lines: readonly Line[]): string =>
  [...new Set(lines.map(({ key }) => key))].join(', ')
