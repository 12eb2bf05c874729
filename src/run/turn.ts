import { setTimeout as wait } from 'node:timers/promises'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { hasEnded, holderWords, type LockFile, type LockReading, ownHolder } from './lock.ts'

/** The turn of whoever writes to a person: nobody else of this machine writes meanwhile. */
export interface Turn {
  end(): void
}

export interface TurnOptions {
  readonly lock: LockFile
  readonly runId: string
  /** Hears, in words, that somebody is waited for, and from whom a lock was taken over. */
  readonly onProgress?: ((line: string) => void) | undefined
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined
  readonly limits?: TurnLimits
}

/** Milliseconds. */
export interface TurnLimits {
  /** How long a turn is waited for. */
  readonly patience: number
  /** Between two looks at a lock that somebody holds. */
  readonly look: number
  /** Between two signs of life. */
  readonly beat: number
  /** A holder that gives no sign for so long while somebody watches is gone: its machine is, or its container. */
  readonly silence: number
}

const usualLimits: TurnLimits = { patience: 120_000, look: 250, beat: 5_000, silence: 20_000 }

/**
 * Waits for the turn to write to a person. A holder that has ended, or gives no sign of life, loses it.
 * @throws EvidenceUnavailableError where somebody has it all the time, or the waiting is ended
 */
export const waitForTurn = async (options: TurnOptions): Promise<Turn> => {
  const { lock, onProgress = () => {}, signal, limits = usualLimits } = options
  const own = ownHolder(options.runId)
  const begun = Date.now()
  const watched = watch()
  let isTold = false
  while (!lock.take(own)) {
    const found = lock.read()
    if (found === undefined) continue
    const { holder } = found
    const isGone = (holder !== undefined && hasEnded(holder)) || watched(found) > limits.silence
    if (isGone && lock.takeOver(found, own)) {
      onProgress(
        `took over the lock of ${holderWords(holder)}, which has ended without giving it back`,
      )
      break
    }
    const waitedMs = Date.now() - begun
    if (signal?.aborted) throw new EvidenceUnavailableError('the run was interrupted')
    if (waitedMs >= limits.patience)
      throw new EvidenceUnavailableError(refusal(lock, found, waitedMs))
    if (!isTold) onProgress(`waits for ${holderWords(holder)}, which may write to the same person`)
    isTold = true
    await wait(limits.look)
  }
  const beating = setInterval(() => lock.beat(own), limits.beat)
  beating.unref()
  return {
    end() {
      clearInterval(beating)
      lock.release(own)
    },
  }
}

/** For how many milliseconds a lock has shown no sign of life, by this machine's own watching alone. */
const watch = (): ((found: LockReading) => number) => {
  let last: { readonly sign: string; readonly at: number } | undefined
  return ({ text, beat }) => {
    const sign = `${beat} ${text}`
    if (last?.sign !== sign) last = { sign, at: Date.now() }
    return Date.now() - last.at
  }
}

const refusal = ({ path }: LockFile, { holder }: LockReading, waitedMs: number): string =>
  `not begun: ${holderWords(holder)} may write to the same person and still had its turn after ` +
  `${Math.round(waitedMs / 1_000)} s (lock ${path}); run it again when that one is over`
