import { shortened, visibleLine } from '../../evidence/visible-text.ts'

/** Prose in Markdown: every character that could be markup is escaped, and it stays on one line. */
export const prose = (text: string): string =>
  visibleLine(text).replaceAll(/[\\`*_[\]<>#|~&$!]/g, (character) => `\\${character}`)

/**
 * A code span of at most 300 characters: its fence is longer than any run of backticks within
 * (CommonMark 0.31, 6.1), so that nothing in it can end it.
 */
export const code = (text: string): string => {
  const line = shortened(visibleLine(text), 300)
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const isPadded = /^`|`$/.test(line) || (/^ .* $/.test(line) && line.trim() !== '')
  return line === '' ? '(empty)' : isPadded ? `${fence} ${line} ${fence}` : fence + line + fence
}

/** A table of cells that are Markdown already. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): readonly string[] =>
  [head, head.map(() => '-'), ...rows].map(
    (cells) => `| ${cells.map((cell) => String(cell)).join(' | ')} |`,
  )
