import { constants } from 'node:os'

/** Why a run was ended before everything was judged. */
export type Ending =
  | { readonly kind: 'signal'; readonly signal: string }
  /** The limit of the whole run, in seconds. */
  | { readonly kind: 'limit'; readonly seconds: number }
  /** A thread of the run was busy with one thing for so long that it is given up. */
  | { readonly kind: 'silent'; readonly thread: string; readonly seconds: number }
  | { readonly kind: 'broken'; readonly what: string }

/** The same for people, as what comes before a colon or a full stop. */
export const endingWords = (ending: Ending): string => {
  switch (ending.kind) {
    case 'signal':
      return `the run was interrupted (${ending.signal})`
    case 'limit':
      return `the run was interrupted: its ${ending.seconds} s were over (KRR_RUN_SECONDS)`
    case 'silent':
      return `the run was interrupted: ${ending.thread} did not answer for ${ending.seconds} s`
    case 'broken':
      return `the run was interrupted: the harness broke (${ending.what})`
  }
}

/** All that asks a process to end: Ctrl-C, `kill`, a terminal that closes, Ctrl-\, and what supervisors send. */
const endingSignals = (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const).filter(
  (signal) => signal in constants.signals,
)

/**
 * Takes over the signals that ask to end. vitest's own handlers end the process within milliseconds, and with it
 * whatever would put the language back, so they are removed. Only the first one is heard. Gives what undoes it.
 */
export const onSignals = (end: (ending: Ending) => unknown): (() => void) => {
  let isHeard = false
  const handle = (signal: NodeJS.Signals) => {
    if (isHeard) return
    isHeard = true
    end({ kind: 'signal', signal })
  }
  for (const signal of endingSignals) {
    process.removeAllListeners(signal)
    process.on(signal, handle)
  }
  return () => {
    for (const signal of endingSignals) process.off(signal, handle)
  }
}

/** From the signal to the end of the process, in milliseconds: whoever sends one kills soon after it (product: 7 s). */
export const endsWithin = {
  /** Tests that have begun are waited for so long: what they found is told. */
  tests: 1_500,
  /** The language is back, or the next run puts it back. */
  restored: 4_500,
  /** The process ends, whatever is still missing. */
  all: 6_500,
} as const
