import { visibleLine } from '../evidence/visible-text.ts'
import type { Terminal } from './command.ts'
import { cut, progressLine, type RunPhase } from './progress-line.ts'

/** What a person sees while a run goes on: one line that moves where somebody watches, else hardly anything. */
export interface Progress {
  /** What is being done now, in words. */
  readonly say: (line: string) => void
  /** The suites begin: everything waits for the login. */
  readonly begin: () => void
  /** A part of the suites is over, by its title. */
  readonly suiteOver: (title: string) => void
  readonly judged: (judgements: number, share: number) => void
  readonly clear: () => void
}

const erase = '\u001b[2K\r'

/**
 * Progress on stderr, so that stdout holds results alone. A pipeline's log gets what is said in words, and no line
 * for each suite unless it asks for all.
 */
export const progressOn = (terminal: Terminal, verbose = false): Progress => {
  const startedAt = performance.now()
  let drawn = false
  let phase: RunPhase = 'login'
  let [judgements, share] = [0, 0]
  const draw = (line: string) => {
    process.stderr.write(erase + cut(visibleLine(line), terminal.columns - 1))
    drawn = true
  }
  const drawProgress = () => {
    const elapsedMs = performance.now() - startedAt
    if (terminal.interactive) draw(progressLine({ phase, judgements, share, elapsedMs }))
  }
  return {
    begin: drawProgress,
    say(line) {
      if (terminal.interactive) draw(line)
      else terminal.err(line)
    },
    suiteOver(title) {
      phase = title.includes('PATCH person') ? 'last' : phase
      phase = phase !== 'last' && title.includes('GET person') ? 'writing' : phase
      if (verbose && !terminal.interactive) terminal.err(`judged ${title}`)
    },
    judged(number, part) {
      if (phase === 'login') phase = 'reading'
      ;[judgements, share] = [number, part]
      drawProgress()
    },
    clear() {
      if (drawn) process.stderr.write(erase)
      drawn = false
    },
  }
}
