import type { Answer, Behaviour } from './behaviour.ts'
import type { Fact } from './fact.ts'
import { mayVary } from './field-facts.ts'
import type { BehaviourDifference, DifferenceCode } from './model.ts'

/**
 * What two targets do differently, except for how long it takes them. What differs alike in many places is one
 * difference.
 */
export const behaviourDifferences = (
  from: Behaviour,
  to: Behaviour,
): readonly BehaviourDifference[] => {
  const isIncomparable = ({ kind, at }: Fact): boolean =>
    kind === 'field' && mayVary(at) && (from.varying.has(at) || to.varying.has(at))
  const labels = [...new Set([...from.answers.keys(), ...to.answers.keys()])]
  const differences = labels.flatMap((label) => {
    const [before, after] = [from.answers.get(label), to.answers.get(label)]
    if (before === undefined) return [asked('exchange-added', label)]
    if (after === undefined) return [asked('exchange-removed', label)]
    return changes(before, after)
      .filter(
        ({ fact, ...sides }) => !('before' in sides && 'after' in sides && isIncomparable(fact)),
      )
      .map((change) => difference(change, label))
  })
  return together(differences)
}

/** A difference in one place. */
type Single = Omit<BehaviourDifference, 'places'> & { readonly place: string }

/** A fact of which only one answer says something, or the two say different things. */
interface FactChange {
  /** As one of the two says it: its kind and where it stands. */
  readonly fact: Fact
  readonly before?: string
  readonly after?: string
}

const asked = (code: 'exchange-added' | 'exchange-removed', place: string): Single => {
  const [from, to] = code === 'exchange-added' ? ['not asked', 'asked'] : ['asked', 'not asked']
  return { code, at: 'request', from, to, place }
}

const changes = (before: Answer, after: Answer): readonly FactChange[] => {
  const keys = [...new Set([...before.facts.keys(), ...after.facts.keys()])]
  const changed = keys.filter((key) => before.facts.get(key)?.value !== after.facts.get(key)?.value)
  const told = changed.filter((key) => !changed.some((other) => follows(key, other, before, after)))
  return told.flatMap((key) => {
    const [one, other] = [before.facts.get(key), after.facts.get(key)]
    const fact = one ?? other
    if (fact === undefined) return []
    return [
      {
        fact,
        ...(one === undefined ? {} : { before: one.value }),
        ...(other === undefined ? {} : { after: other.value }),
      },
    ]
  })
}

/** Whether one change only follows from another: with another status all is different, and a member goes with its parent. */
const follows = (key: string, other: string, before: Answer, after: Answer): boolean => {
  if (key === other) return false
  if (other === 'status status') return true
  if (other.endsWith('content content')) return /^(error-)?(member|jws-)/.test(key)
  const isInOne = before.facts.has(key) !== after.facts.has(key)
  return isInOne && key.startsWith(`${other}/`)
}

const difference = ({ fact, before, after }: FactChange, place: string): Single => ({
  code: codeOf(fact, before, after),
  at: fact.at,
  from: before ?? 'absent',
  to: after ?? 'absent',
  place,
})

const codeOf = (
  { kind }: Fact,
  before: string | undefined,
  after: string | undefined,
): DifferenceCode => {
  if (before === undefined) return `${kind}-added`
  if (after === undefined) return `${kind}-removed`
  const isMember = kind === 'member' || kind === 'error-member'
  return isMember && typesIn(before) !== typesIn(after) ? `${kind}-type-changed` : `${kind}-changed`
}

/** `string: digits (11) | integer` is `string | integer`, and what is quoted is a string too. */
const typesIn = (value: string): string => {
  const types = value
    .split(' | ')
    .map((own) => (own.startsWith('"') ? 'string' : own.replace(/:.*/, '')))
  return [...new Set(types)].sort().join(' | ')
}

const together = (singles: readonly Single[]): readonly BehaviourDifference[] => {
  const byDifference = new Map<string, BehaviourDifference & { readonly places: string[] }>()
  for (const { place, ...single } of singles) {
    const key = JSON.stringify(single)
    const known = byDifference.get(key) ?? { ...single, places: [] }
    known.places.push(place)
    byDifference.set(key, known)
  }
  return [...byDifference.values()]
}
