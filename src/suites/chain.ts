import { type Once, once, settled } from './once.ts'

/** Steps that change the register: one at a time, in the order in which they are first asked for. */
export interface Chain {
  step<Subject>(take: () => Promise<Subject>): Once<Subject>
  /** Reads between two steps: nothing is written meanwhile. Each call reads anew. */
  between<Subject>(read: () => Promise<Subject>): Promise<Subject>
  /** A step that is taken when no other is waiting or under way, whatever became of them. */
  last<Subject>(take: () => Promise<Subject>): Once<Subject>
  /** Resolves when no step is waiting or under way, last ones included. */
  over(): Promise<void>
}

/**
 * Makes a chain. A step that fails does not stop the next ones.
 * @param after what the first step waits for; whether it succeeds is no matter
 */
export const createChain = (after: () => Promise<unknown> = async () => {}): Chain => {
  const gate = once(() => after().catch(() => {}))
  let tail: Promise<unknown> | undefined
  const append = <Subject>(take: () => Promise<Subject>): Promise<Subject> => {
    const taken = (tail ?? gate()).then(take)
    tail = taken.catch(() => {})
    return taken
  }
  const idle = async (): Promise<void> => {
    await gate()
    for (let seen: unknown; seen !== tail; ) {
      seen = tail
      await tail
    }
  }
  const lastOnes: Promise<unknown>[] = []
  const appendLast = <Subject>(take: () => Promise<Subject>): Promise<Subject> => {
    const taken = idle().then(() => append(take))
    lastOnes.push(taken)
    return taken
  }
  return {
    step: (take) => once(() => append(take)),
    between: append,
    last: (take) => once(() => appendLast(take)),
    over: async () => {
      await idle()
      await settled(() => lastOnes)
    },
  }
}
