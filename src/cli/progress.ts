import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ConfigurationError } from '../config/configuration-error.ts'
import { visibleLine } from '../evidence/visible-text.ts'
import type { ConformanceReport } from '../report/model.ts'
import { closingEvents, eventLine, type RunEvent } from '../report/writers/events.ts'
import type { Judgement } from '../run/reporter.ts'
import { harnessVersion } from '../run/version.ts'
import type { Terminal } from './command.ts'

/** What a run is about at the moment; reading and judging go hand in hand. */
type RunPhase = 'login' | 'reading' | 'writing' | 'last'

const words = {
  login: 'logging in',
  reading: 'reading and judging',
  writing: 'writing and judging',
  last: 'what may end a login',
} as const satisfies Record<RunPhase, string>

const barWidth = 16

/** `reading and judging  ━━━━━━━━────────  812 judged  7 s` */
export const progressLine = (at: {
  readonly phase: RunPhase
  readonly judgements: number
  /** What share of all that is to be judged is judged, 0 to 1. */
  readonly share: number
  readonly elapsedMs: number
}): string => {
  const { phase, judgements, share, elapsedMs } = at
  const done = Math.floor(barWidth * Math.min(1, share))
  return [
    words[phase].padEnd(20),
    '━'.repeat(done) + '─'.repeat(barWidth - done),
    `${judgements} judged`,
    `${Math.round(elapsedMs / 1000)} s`,
  ].join('  ')
}

/** At most so many characters; none is cut in two. */
export const cut = (line: string, columns: number): string => [...line].slice(0, columns).join('')

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

/** What happens in a run, written while it goes on. */
interface EventStream {
  readonly judged: (judgement: Judgement) => void
  readonly finished: (report: ConformanceReport) => Promise<void>
}

/**
 * Begins a file of NDJSON: a line for each event, whole as soon as it is written, so that a reader may follow it.
 * @throws ConfigurationError where the file cannot be written
 */
export const openEventStream = (
  path: string,
  environments: readonly string[],
  now: () => Date = () => new Date(),
): EventStream => {
  const write = (...events: readonly RunEvent[]) =>
    appendFileSync(path, events.map(eventLine).join(''))
  const at = () => now().toISOString()
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new ConfigurationError(
      [`--events must be a file that can be written, but is not (${code})`],
      {
        cause,
      },
    )
  }
  write(
    ...environments.map(
      (environment): RunEvent => ({ event: 'run-started', at: at(), environment, harnessVersion }),
    ),
  )
  return {
    judged: ({ target, ruleId, where, verdict }) =>
      write({ event: 'judged', at: at(), environment: target, rule: ruleId, where, verdict }),
    finished: async (report) => write(...closingEvents(report)),
  }
}
