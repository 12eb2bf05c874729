import { EvidenceUnavailableError } from '../../evidence/unavailable.ts'

/** A wait for a person: bounded, and ended with the run. */
export interface Patience {
  /** Aborted when the time is up, when the run is interrupted, and at the end. */
  readonly signal: AbortSignal
  /** Rejects when the time is up or the run is interrupted, with what to say of it. */
  readonly over: Promise<never>
  /** Ends the wait. */
  end(): void
}

/** Begins to wait for somebody to do something: `log in`. */
export const waitForPerson = (
  todo: string,
  { waitsMs, interrupted }: { readonly waitsMs: number; readonly interrupted: AbortSignal },
): Patience => {
  const ended = new AbortController()
  let giveUp: (because: string) => void = () => {}
  const over = new Promise<never>((_, reject) => {
    giveUp = (because) => reject(new EvidenceUnavailableError(because))
  })
  over.catch(() => {})
  const end = () => {
    clearTimeout(timer)
    interrupted.removeEventListener('abort', onInterrupted)
    ended.abort()
  }
  const onInterrupted = () => {
    giveUp('the run was interrupted')
    end()
  }
  const timer = setTimeout(() => {
    giveUp(`nobody came to ${todo} within ${inMinutes(waitsMs)}`)
    end()
  }, waitsMs)
  interrupted.addEventListener('abort', onInterrupted)
  if (interrupted.aborted) onInterrupted()
  return { signal: ended.signal, over, end }
}

const inMinutes = (ms: number): string => {
  const minutes = Math.round(ms / 60_000)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

/** `10 minutes, until 14:05`, by this machine's clock. */
export const untilWhen = (ms: number, now: Date): string =>
  `${inMinutes(ms)}, until ${timeOfDay(new Date(now.getTime() + ms))}`

/** `14:05`, by this machine's clock. */
export const timeOfDay = (time: Date): string =>
  [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
