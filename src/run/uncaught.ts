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

/** What nobody caught: its kind and where it comes from. */
export const uncaughtIn = (error: unknown): string =>
  error instanceof Error
    ? `${errorInShort(error)} was caught by nobody (at ${placeOf(error)})${remedyFor(error)}`
    : 'something that is no error was thrown and caught by nobody'

/**
 * What broke the harness: its kind and where it comes from, and what the operating system says of a file or a port. No
 * other words of it: a library's may hold a secret.
 */
export const brokenBy = (error: unknown): string =>
  error instanceof Error
    ? `${errorInShort(error)}${'syscall' in error ? `: ${error.message}` : ''} (at ${placeOf(error)})${remedyFor(error)}`
    : 'something that is no error was thrown'

const errorInShort = ({ name }: Error): string => `an error of the kind ${name}`

const placeOf = ({ stack = '' }: Error): string =>
  /^\s+at (.+)$/m.exec(stack)?.[1] ?? 'an unknown place'

/** What the machine lacks is not the harness's fault: then there is something to do. */
const remedyFor = (error: Error): string => {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EMFILE' || code === 'ENFILE')
    return '; this machine lets the run open too few files: allow 256 or more (ulimit -n 256)'
  if (code === 'ENOSPC') return '; a disk is full: make room on it'
  return ''
}
