import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { visibleLine, visibleText, withoutCommands } from '../evidence/visible-text.ts'

/** How a stretch of console text stands out. */
export type TerminalStyle = 'good' | 'bad' | 'doubt' | 'soft' | 'strong'

/** Gives a text its style, or leaves it as it is. */
export type Paint = (style: TerminalStyle, text: string) => string

/** Console text without colour. */
export const plain: Paint = (_style, text) => text

/**
 * Console text with colour. It is marked, and the marks become colour where the text is printed (`printable`).
 */
export const coloured: Paint = (style, text) => mark(style) + text + mark(`no${style}`)

const formats = {
  good: ['bold', 'green'],
  bad: ['bold', 'red'],
  doubt: ['bold', 'yellow'],
  soft: ['dim'],
  strong: ['bold'],
} as const satisfies Record<TerminalStyle, readonly (keyof typeof inspect.colors)[]>

/** No text from outside has one in it: they are made of a number that is drawn anew for each process. */
const secret = randomBytes(12).toString('hex')
const mark = (name: string): string => `\u0001${secret}${name}\u0002`
const marks = new RegExp(`\u0001${secret}(\\w+)\u0002`)

/** What a mark stands for on the stream. */
const meanings: ReadonlyMap<string, string> = new Map(
  Object.entries(formats).flatMap(([style, names]) =>
    [0, 1].map((at) => {
      const codes = names.map((name) => `\u001b[${inspect.colors[name]?.[at] ?? 0}m`)
      return [`${at === 0 ? '' : 'no'}${style}`, codes.join('')] as const
    }),
  ),
)

/** A line for the CI system rather than for people. Its first two characters stay what they are. */
export const ciCommand = (line: string): string => mark('command') + line

/**
 * The text as it may be printed: what cannot be seen is written out, nothing in it steers the terminal or is a command
 * to a CI system; only what `coloured` and `ciCommand` made is. Whatever goes to a terminal goes through here.
 */
export const printable = (text: string): string => {
  if (!text.includes(secret)) return withoutCommands(visibleText(text))
  return text
    .split(marks)
    .map((part, at, parts) => {
      if (at % 2 === 1) return meanings.get(part) ?? ''
      const visible = visibleText(part)
      return parts[at - 1] === 'command'
        ? visible.slice(0, 2) + withoutCommands(visible.slice(2))
        : withoutCommands(visible)
    })
    .join('')
}

/** Prints lines on a stream; a text may be several. */
export const printingOn =
  (stream: { write(text: string): unknown }): ((text: string) => void) =>
  (text) =>
    void stream.write(`${printable(text)}\n`)

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
