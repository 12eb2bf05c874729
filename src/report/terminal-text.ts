import { styleText } from 'node:util'
import { visibleLine } from './visible-text.ts'

/** How a stretch of console text stands out. */
export type TerminalStyle = 'good' | 'bad' | 'doubt' | 'soft' | 'strong'

/** Gives a text its style, or leaves it as it is. */
export type Paint = (style: TerminalStyle, text: string) => string

/** Console text without colour. */
export const plain: Paint = (_style, text) => text

/**
 * Console text with colour. The stream is not asked here: Node 20 asks it for a single format only, so
 * that a list of formats would be coloured in a file too.
 */
export const coloured: Paint = (style, text) =>
  styleText([...formats[style]], text, { validateStream: false })

const formats = {
  good: ['bold', 'green'],
  bad: ['bold', 'red'],
  doubt: ['bold', 'yellow'],
  soft: ['dim'],
  strong: ['bold'],
} as const satisfies Record<TerminalStyle, readonly Parameters<typeof styleText>[0][]>

/** The paint for a stream: colour only on a terminal that has it and that nobody asked to be without. */
export const paintFor = (stream: { isTTY?: boolean; hasColors?: () => boolean }): Paint =>
  stream.isTTY === true && stream.hasColors?.() === true ? coloured : plain

/**
 * The text in lines of at most `width` columns, broken at spaces, a longer word cut; lines after the first
 * are indented. Control characters are written out: nothing from a message can steer the terminal.
 */
export const wrapped = (text: string, width: number, indent = ''): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of visibleLine(text).split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (length(joined) <= width - (lines.length === 0 ? 0 : length(indent))) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (length(line) > width - length(indent)) {
      const characters = [...line]
      lines.push(characters.slice(0, width - length(indent)).join(''))
      line = characters.slice(width - length(indent)).join('')
    }
  }
  return [...lines, line].map((own, index) => (index === 0 ? own : indent + own))
}

const length = (text: string): number => [...text].length
