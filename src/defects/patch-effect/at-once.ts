import { setTimeout as wait } from 'node:timers/promises'
import type { ReferencePeople } from '../../reference/people.ts'

const waitingIn = new WeakMap<ReferencePeople, () => void>()

/** So long a change is under way at least: another that comes meanwhile comes at the same time. */
const underWayMs = 250

/** Which of two changes at once this one is; undefined for one that stays alone. */
export const atOnce = async (people: ReferencePeople): Promise<'first' | 'second' | undefined> => {
  const tellFirst = waitingIn.get(people)
  if (tellFirst !== undefined) {
    waitingIn.delete(people)
    tellFirst()
    return 'second'
  }
  const met = new Promise<'first'>((resolve) => {
    waitingIn.set(people, () => resolve('first'))
  })
  const place = await Promise.race([met, wait(underWayMs, undefined)])
  if (place === undefined) waitingIn.delete(people)
  return place
}
