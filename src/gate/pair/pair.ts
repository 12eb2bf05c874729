import { diff } from '../../compare/diff.ts'
import { documentDifferences } from '../../compare/documents.ts'
import type { BehaviourDifference, DocumentDifference, LatencyPair } from '../../compare/model.ts'
import type { ConformanceReport } from '../../report/model.ts'
import type { GatePolicy } from '../policy/policy.ts'
import {
  isOfMailbox,
  type PersonState,
  personOf,
  personStates,
  stateDifference,
} from './person-states.ts'

/** How the two environments differ, as far as that can be told. */
export interface PairComparison {
  /** Kinds of requests whose answers were compared. */
  readonly compared: number
  /** What the policy calls breaking. */
  readonly breaking: readonly BehaviourDifference[]
  readonly listed: readonly BehaviourDifference[]
  /** What of the published document breaks a client that relied on the first one. */
  readonly documentBreaks: readonly DocumentDifference[]
  readonly documentChanges: readonly DocumentDifference[]
  /** Answers of the target that take too long beside the other's, in words. */
  readonly slower: readonly string[]
  /** What could not be compared and why. */
  readonly notCompared: readonly string[]
}

/** Compares two environments by what the policy calls breaking. */
export const comparePair = (
  from: ConformanceReport,
  to: ConformanceReport,
  { pair }: Pick<GatePolicy, 'pair'>,
): PairComparison => {
  const comparison = diff(from, to)
  const states = [personStates(from), personStates(to)] as const
  const sorted = comparison.behaviour.differences
    .filter(({ code }) => code !== 'latency-changed')
    .map((difference) => apart(difference, states))
  const comparable = sorted.flatMap(({ comparable: own }) => (own === undefined ? [] : [own]))
  const isBreaking = (difference: BehaviourDifference): boolean =>
    pair.breaking.includes(difference.code) && !isOtherDocument(difference)
  const { document } = comparison
  const changes = documentDifferences(document)
  return {
    compared: comparison.behaviour.compared,
    breaking: comparable.filter(isBreaking),
    listed: comparable.filter((difference) => !isBreaking(difference)),
    documentBreaks: changes.filter(({ breaks }) => breaks),
    documentChanges: changes.filter(({ breaks }) => !breaks),
    slower: comparison.latency.flatMap((own) => slower(own, pair.latencyFactor)),
    notCompared: [
      ...new Set(sorted.flatMap(({ notCompared }) => notCompared)),
      ...('notCompared' in document ? [document.notCompared] : []),
    ],
  }
}

type States = readonly [
  from: ReadonlyMap<string, PersonState>,
  to: ReadonlyMap<string, PersonState>,
]

/** A difference without the places in which the two people cannot be compared. */
const apart = (
  difference: BehaviourDifference,
  [from, to]: States,
): { readonly comparable?: BehaviourDifference; readonly notCompared: readonly string[] } => {
  if (!difference.code.startsWith('member-')) return { comparable: difference, notCompared: [] }
  const notCompared: string[] = []
  const places = difference.places.filter((label) => {
    const persona = personOf(label)
    if (persona === undefined) return true
    const why = stateDifference(from.get(persona), to.get(persona))
    if (why === undefined || (why.only === 'mailbox' && !isOfMailbox(difference.at))) return true
    notCompared.push(`${difference.at} of ${persona}: ${why.why}`)
    return false
  })
  return { ...(places.length === 0 ? {} : { comparable: { ...difference, places } }), notCompared }
}

/** Members of documents that are no person, ID-porten's metadata say: they are listed. */
const isOtherDocument = ({ code, places }: BehaviourDifference): boolean =>
  code.startsWith('member-') && places.every((label) => personOf(label) === undefined)

/** Less than this a network adds. */
const apartMs = 100

const slower = ({ of, from, to }: LatencyPair, factor: number): readonly string[] => {
  if (from === undefined || to === undefined) return []
  if (to.fastest <= from.fastest * factor || to.fastest - from.fastest < apartMs) return []
  return [`${of}: fastest answer ${Math.round(from.fastest)} ms, now ${Math.round(to.fastest)} ms`]
}
