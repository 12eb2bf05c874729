import type { ReferencePeople } from '../reference/people.ts'

/** What a fault remembers of one environment; it is forgotten with the environment. */
export const memoryOf = <T>(create: () => T): ((people: ReferencePeople) => T) => {
  const memories = new WeakMap<ReferencePeople, T>()
  return (people) => {
    const known = memories.get(people) ?? create()
    memories.set(people, known)
    return known
  }
}
