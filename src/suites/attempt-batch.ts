import type { Attempt, TakenAttempt } from './attempts.ts'
import type { Chain } from './chain.ts'
import { type Once, once } from './once.ts'
import type { Register } from './register.ts'

/** Gathers attempts that suites ask for one by one, so that they are sent together in one step of the chain. */
export interface AttemptBatch {
  /** An attempt; what makes it, a forged token say, is made as soon as it is asked for. */
  attempt(make: () => Promise<Attempt>): Once<TakenAttempt>
}

interface Asked {
  readonly made: Promise<Attempt>
  readonly resolve: (taken: TakenAttempt) => void
  readonly reject: (reason: unknown) => void
}

/** A batch on this chain. What is asked for after it was sent goes with the next one. */
export const createAttemptBatch = (
  chain: Chain,
  register: Pick<Register, 'prepare' | 'attempt'>,
): AttemptBatch => {
  let waiting: Asked[] = []

  const take = async (): Promise<void> => {
    const [prepared] = await Promise.allSettled([register.prepare()])
    const asked = waiting
    waiting = []
    try {
      if (prepared.status === 'rejected') throw prepared.reason
      const attempts: Attempt[] = []
      const sent: Asked[] = []
      for (const each of asked) {
        const [made] = await Promise.allSettled([each.made])
        if (made.status === 'rejected') continue
        attempts.push(made.value)
        sent.push(each)
      }
      if (attempts.length === 0) return
      const taken = await register.attempt(attempts)
      for (const [index, { resolve, reject }] of sent.entries()) {
        const outcome = taken[index]
        if (outcome?.status === 'fulfilled') resolve(outcome.value)
        else reject(outcome?.reason)
      }
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }

  return {
    attempt: (make) =>
      once(() => {
        const made = make()
        return new Promise((resolve, reject) => {
          made.catch(reject)
          waiting.push({ made, resolve, reject })
          if (waiting.length === 1) void chain.step(take)()
        })
      }),
  }
}
