import { type Once, once } from './once.ts'

/** Steps that change the register: one at a time, in the order in which they are first asked for. */
export interface Chain {
  step<Subject>(take: () => Promise<Subject>): Once<Subject>
  /** Reads between two steps: nothing is written meanwhile. Each call reads anew. */
  between<Subject>(read: () => Promise<Subject>): Promise<Subject>
  /** A step that is taken when no other is waiting or under way, whatever became of them. */
  last<Subject>(take: () => Promise<Subject>): Once<Subject>
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
  return {
    step: (take) => once(() => append(take)),
    between: append,
    last: (take) => once(() => idle().then(() => append(take))),
  }
}
