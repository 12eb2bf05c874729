import { setTimeout as wait } from 'node:timers/promises'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import type { ShortLivedClient } from '../login/session.ts'

/** How an environment of our own has tokens expire within a run (KRR-AUTH-004). */
export interface Expiry {
  /** A client whose access tokens live for a second. */
  readonly client: ShortLivedClient
  /** Moves the environment's clock on, in the place of a wait. Without it time passes by itself. */
  readonly letTimePass?: (ms: number) => void
}

/** The clock by which a run waits for tokens to expire. */
export interface RunClock {
  /**
   * Resolves when the time has come, with the time that it is then: both in milliseconds since the epoch.
   * @throws EvidenceUnavailableError where the run is interrupted before
   */
  waitUntil(time: number): Promise<number>
  /** Ends every wait. */
  stop(): void
}

/** The system's clock, or one that runs ahead by what was let pass. */
export const createRunClock = (letTimePass?: Expiry['letTimePass']): RunClock => {
  const stopped = new AbortController()
  let aheadMs = 0
  const now = () => Date.now() + aheadMs
  const pass = async (ms: number): Promise<void> => {
    if (letTimePass === undefined) {
      await wait(ms, undefined, { signal: stopped.signal })
    } else {
      letTimePass(ms)
      aheadMs += ms
    }
  }
  return {
    async waitUntil(time) {
      const ms = time - now()
      if (ms > 0) {
        await pass(ms).catch((cause: unknown) => {
          throw new EvidenceUnavailableError('the run was interrupted', { cause })
        })
      }
      return now()
    },
    stop: () => stopped.abort(),
  }
}
