import type { ConformanceReport } from '../report/model.ts'
import { addressesOf, normalisePlace } from '../report/normalise.ts'
import type { Fact } from './fact.ts'
import { factsOf } from './facts.ts'
import { mayVary } from './field-facts.ts'
import { latenciesOf } from './latency.ts'
import type { Latency } from './model.ts'

/** What one kind of request was answered: `GET person, no Authorization`. */
export interface Answer {
  readonly label: string
  /** By kind and place; several answers to the same request are taken together. */
  readonly facts: ReadonlyMap<string, Fact>
}

/** How a target behaved in a run, as data: without people, ids, times and addresses. */
export interface Behaviour {
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
