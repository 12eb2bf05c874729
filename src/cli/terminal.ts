import { WriteStream } from 'node:tty'
import { printingOn } from '../report/terminal-text.ts'
import { type SupervisedData, supervised, tellSupervisor } from '../run/supervised.ts'
import type { Terminal } from './command.ts'

/** The process's own terminal: results on stdout, progress and problems on stderr. */
export const processTerminal = (): Terminal => {
  if (supervised !== undefined) showTerminal(supervised)
  // `krr rules | head`, a terminal that is gone, a full disk: a run that nobody hears still has a language to put back.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
  return {
    out: printingOn(process.stdout),
    err: printingOn(process.stderr),
    columns: process.stdout.columns ?? 80,
    interactive: process.stderr.isTTY === true && process.env['CI'] === undefined,
  }
}

/** Another thread has the terminal: this one's streams say what that one told of it, and ask it for what is typed. */
const showTerminal = ({ stdin, stdout, stderr }: SupervisedData): void => {
  const { hasColors, getColorDepth } = WriteStream.prototype
  for (const [stream, told] of [
    [process.stdout, stdout] as const,
    [process.stderr, stderr] as const,
  ])
    if (told.isTTY) Object.assign(stream, { ...told, hasColors, getColorDepth })
  const { resume, pause } = process.stdin
  const input = process.stdin
  Object.assign(input, {
    ...(stdin.isTTY ? stdin : {}),
    resume() {
      tellSupervisor({ kind: 'input', isWanted: true })
      return resume.call(input)
    },
    pause() {
      tellSupervisor({ kind: 'input', isWanted: false })
      return pause.call(input)
    },
    setRawMode(isRaw: boolean) {
      tellSupervisor({ kind: 'input', isRaw })
      return input
    },
  })
}
