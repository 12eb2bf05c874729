/** A thread as whoever watches it sees it. */
export interface WatchedThread {
  readonly name: string
  /** How many signs of life came so far; undefined while it is not there, or no longer. */
  readonly beats: () => number | undefined
}

/** How often a thread gives a sign of life, and is looked at, in milliseconds. */
export const beatMs = 250

/** A thread that has nothing to say for so long does one thing without end: the longest that is right takes two. */
const silentAfterMs = 20_000

/**
 * Watches threads, each by the signs of life it gives. What counts is how often this thread has looked, not the clock:
 * where the whole machine stands still, or gives nobody time, nobody is silent. Gives what ends it.
 */
export const watchThreads = (
  threads: readonly WatchedThread[],
  onSilent: (thread: string, seconds: number) => void,
  afterMs = silentAfterMs,
): (() => void) => {
  const last = new Map<WatchedThread, { beats: number; looks: number }>()
  const looking = setInterval(() => {
    for (const thread of threads) {
      const beats = thread.beats()
      const before = last.get(thread)
      if (beats === undefined || beats === 0 || before?.beats !== beats) {
        last.set(thread, { beats: beats ?? 0, looks: 0 })
        continue
      }
      before.looks += 1
      if (before.looks * beatMs < afterMs) continue
      last.delete(thread)
      onSilent(thread.name, Math.round(afterMs / 1_000))
    }
  }, beatMs)
  looking.unref()
  return () => clearInterval(looking)
}
