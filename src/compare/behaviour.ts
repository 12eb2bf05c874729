import { addressesOf, normalisePlace } from '../report/fingerprint.ts'
import type { ConformanceReport } from '../report/model.ts'
import { type Fact, factsOf, mayVary } from './facts.ts'
import { latenciesOf } from './latency.ts'
import type { BehaviourDifference, DifferenceCode, Latency } from './model.ts'

/** What one kind of request was answered: `GET person, no Authorization`. */
interface Answer {
  readonly label: string
  /** By kind and place; several answers to the same request are taken together. */
  readonly facts: ReadonlyMap<string, Fact>
}

/** How a target behaved in a run, as data: without people, ids, times and addresses. */
interface Behaviour {
  readonly answers: ReadonlyMap<string, Answer>
  /** By what was asked for: `GET person`. */
  readonly latencies: ReadonlyMap<string, Latency>
  /** Fields whose value was another one from answer to answer. */
  readonly varying: ReadonlySet<string>
}

/** The behaviour of a target, taken from the exchanges of its report. */
export const behaviourOf = ({
  target,
  exchanges,
}: Pick<ConformanceReport, 'target' | 'exchanges'>): Behaviour => {
  const context = { ...addressesOf(target), apiUrl: target.apiUrl }
  const gathered = exchanges.map((exchange) => ({
    label: normalisePlace(exchange.label),
    facts: factsOf(exchange, context),
  }))
  return {
    answers: new Map(
      [...grouped(gathered)].map(([label, answers]) => [label, { label, facts: united(answers) }]),
    ),
    latencies: latenciesOf(exchanges, target),
    varying: varyingFields(gathered),
  }
}

type Gathered = { readonly label: string; readonly facts: readonly Fact[] }

const grouped = (gathered: readonly Gathered[]): ReadonlyMap<string, (readonly Fact[])[]> => {
  const byLabel = new Map<string, (readonly Fact[])[]>()
  for (const { label, facts } of gathered) {
    byLabel.set(label, [...(byLabel.get(label) ?? []), facts])
  }
  return byLabel
}

/** What several answers to the same request say: each thing once, and that it is absent where one lacks it. */
const united = (answers: readonly (readonly Fact[])[]): ReadonlyMap<string, Fact> => {
  const values = new Map<string, { readonly fact: Fact; readonly said: string[] }>()
  for (const fact of answers.flat()) {
    const key = `${fact.kind} ${fact.at}`
    const known = values.get(key) ?? { fact, said: [] }
    known.said.push(fact.value)
    values.set(key, known)
  }
  return new Map(
    [...values].map(([key, { fact, said }]) => {
      const all = said.length < answers.length ? [...said, 'absent'] : said
      return [key, { ...fact, value: [...new Set(all)].sort().join(' | ') }]
    }),
  )
}

/** Fields of no standard that name the node, the moment or the request: no value of theirs can be compared. */
const varyingFields = (gathered: readonly Gathered[]): ReadonlySet<string> => {
  const values = new Map<string, Set<string>>()
  for (const { kind, at, value } of gathered.flatMap(({ facts }) => facts)) {
    if (kind !== 'field' || !mayVary(at)) continue
    values.set(at, (values.get(at) ?? new Set()).add(value))
  }
  return new Set([...values].filter(([, own]) => own.size > 1).map(([at]) => at))
}

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
