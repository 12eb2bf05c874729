import { type Once, once } from './once.ts'

/** Steps that change the register: one at a time, in the order in which they are first asked for. */
export interface Chain {
  step<Subject>(take: () => Promise<Subject>): Once<Subject>
  /** A step that is taken when no other is waiting or under way, whatever became of them. */
  last<Subject>(take: () => Promise<Subject>): Once<Subject>
}

/** Makes a chain. A step that fails does not stop the next ones. */
export const createChain = (): Chain => {
  let tail: Promise<unknown> = Promise.resolve()
  const idle = async (): Promise<void> => {
    for (let seen: unknown; seen !== tail; ) {
      seen = tail
      await tail
    }
  }
  return {
    step: (take) =>
      once(() => {
        const taken = tail.then(take)
        tail = taken.catch(() => {})
        return taken
      }),
    last: (take) => once(() => idle().then(take)),
  }
}
