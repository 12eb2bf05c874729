import { exitCodes } from '../report/exit-code.ts'

const events = ['uncaughtException', 'unhandledRejection'] as const
/** Longer than a language takes to be put back: after it whoever holds the process up is past help. */
const endsWithinMs = 20_000

/**
 * Takes over what nobody caught. It would end the process at once, with the exit code of a deviation, and with it
 * whatever would put the language back. The first one is heard of, and the process ends in bounded time. Gives what
 * undoes it.
 */
export const onUncaught = (hear: (what: string) => unknown): (() => void) => {
  let end: NodeJS.Timeout | undefined
  const handle = (error: unknown) => {
    if (end !== undefined) return
    end = setTimeout(() => process.exit(exitCodes.broken), endsWithinMs).unref()
    hear(uncaughtIn(error))
  }
  const before = events.map((event) => process.listeners(event as 'uncaughtException'))
  for (const event of events) {
    process.removeAllListeners(event)
    process.on(event, handle)
  }
  return () => {
    clearTimeout(end)
    for (const [at, event] of events.entries()) {
      process.off(event, handle)
      for (const listener of before[at] ?? []) process.on(event as 'uncaughtException', listener)
    }
  }
}

/** Its kind and where it comes from. Not its words: a library's may hold a secret. */
export const uncaughtIn = (error: unknown): string => {
  if (!(error instanceof Error)) return 'something that is no error was thrown and caught by nobody'
  const [, where = 'an unknown place'] = /^\s+at (.+)$/m.exec(error.stack ?? '') ?? []
  return `an error of the kind ${error.name} was caught by nobody (at ${where})`
}
