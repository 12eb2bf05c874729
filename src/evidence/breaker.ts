/** An attempt that came to nothing. */
export interface Miss {
  readonly url: string
  readonly label: string
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly trouble: string
  /** No further attempt is made at this request. */
  readonly isGivenUp: boolean
  /** Something came, though nothing that this client's parser reads. */
  readonly wasAnswered?: boolean
}

/** Whether servers still answer: one that does not is given up for the rest of the run. */
export interface Breaker {
  /** Why nothing more is sent there, in words; undefined where it answers. */
  down(url: string): string | undefined
  /** Aborted when the server is given up: whoever still waits for it waits in vain. */
  signal(url: string): AbortSignal
  /** Aborted when the server is given up and nothing at all came of it. */
  silence(url: string): AbortSignal
  answered(url: string): void
  missed(miss: Miss): void
}

/** So many requests in a row that were given up, whatever their attempts took. */
const givenUpAtMost = 3
/** So many attempts in a row, where nothing came in all that time. */
const attemptsAtMost = 3
const silentMs = 7_500

/**
 * Counts misses by origin and by address, for a token endpoint may hang while the pages beside it answer. An answer
 * begins the counts of both anew; an origin that was given up stays so.
 */
export const createBreaker = (now: () => number = Date.now): Breaker => {
  const streaks = new Map<string, Streak>()
  const streakOf = (key: string): Streak => {
    const known = streaks.get(key) ?? newStreak()
    streaks.set(key, known)
    return known
  }
  const both = (url: string): readonly Streak[] => keysOf(url).map(streakOf)

  return {
    down: (url) => both(url).find(({ down }) => down.signal.aborted)?.reason,
    signal: (url) => AbortSignal.any(both(url).map(({ down }) => down.signal)),
    silence: (url) => AbortSignal.any(both(url).map(({ silent }) => silent.signal)),
    answered(url) {
      for (const streak of both(url))
        Object.assign(streak, { attempts: 0, givenUp: 0, wasAnswered: false })
    },
    missed({ url, label, startedAt, trouble, isGivenUp, wasAnswered = false }) {
      for (const key of keysOf(url)) {
        const streak = streakOf(key)
        if (streak.attempts === 0) Object.assign(streak, { label, since: startedAt })
        streak.attempts += 1
        if (isGivenUp) streak.givenUp += 1
        if (wasAnswered) streak.wasAnswered = true
        const isSilent = streak.attempts >= attemptsAtMost && now() - streak.since >= silentMs
        if (streak.down.signal.aborted || !(isSilent || streak.givenUp >= givenUpAtMost)) continue
        streak.reason = `${key} is down since "${streak.label}": ${trouble}`
        streak.down.abort()
        if (!streak.wasAnswered) streak.silent.abort()
      }
    },
  }
}

/**
 * Gives up what another one has given up, too, where nothing at all came: what one parser refuses another one may read.
 * What it misses itself says nothing to the other.
 */
export const heeding = (other: Breaker, own: Breaker = createBreaker()): Breaker => ({
  ...own,
  down: (url) => (other.silence(url).aborted ? other.down(url) : own.down(url)),
  signal: (url) => AbortSignal.any([other.silence(url), own.signal(url)]),
})

interface Streak {
  readonly down: AbortController
  readonly silent: AbortController
  wasAnswered: boolean
  attempts: number
  givenUp: number
  /** When the first of these attempts began, and for what. */
  since: number
  label: string
  reason: string
}

const newStreak = (): Streak => ({
  down: new AbortController(),
  silent: new AbortController(),
  wasAnswered: false,
  attempts: 0,
  givenUp: 0,
  since: 0,
  label: '',
  reason: '',
})

const keysOf = (url: string): readonly [origin: string, address: string] => {
  const { origin, pathname } = new URL(url)
  return [origin, `${origin}${pathname}`]
}
