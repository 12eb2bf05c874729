import type { Terminal } from './command.ts'

/** What a person sees while a run goes on: one line that moves where somebody watches, else a line for each phase. */
export interface Progress {
  readonly say: (line: string) => void
  readonly judged: (count: number) => void
  readonly clear: () => void
}

/** Progress on stderr, so that stdout holds results alone. */
export const progressOn = (terminal: Terminal): Progress => {
  const erase = '\u001b[2K\r'
  let drawn = false
  let phase = 'starting'
  const draw = (line: string) => {
    process.stderr.write(erase + line.slice(0, terminal.columns - 1))
    drawn = true
  }
  return {
    say(line) {
      phase = line
      if (terminal.interactive) draw(line)
      else terminal.err(line)
    },
    judged(count) {
      if (terminal.interactive) draw(`${phase} - ${count} judgements`)
    },
    clear() {
      if (drawn) process.stderr.write(erase)
      drawn = false
    },
  }
}
