import type { EnvironmentVerdict, Verdict } from '../report/model.ts'
import type { Level, RuleId } from '../rules/rule.ts'

/** What kind of thing in an answer a difference is about. `error-…` is the content of an answer of 400 or above. */
export const factKinds = [
  'status',
  'field',
  'content',
  'member',
  'error-content',
  'error-member',
  'jws-header',
  'jws-alg',
  'jws-chain',
] as const
export type FactKind = (typeof factKinds)[number]

type Change = 'added' | 'removed' | 'changed'

/** What a difference in behaviour is called, and will be in every version. */
export type DifferenceCode =
  | `${FactKind}-${Change}`
  | 'member-type-changed'
  | 'error-member-type-changed'
  | 'latency-changed'
  /** Only one of the two runs asked it: by its own choice, or because an answer before kept it from asking. */
  | 'exchange-added'
  | 'exchange-removed'

/** One difference in what the target does, in all places where it is the same. */
export interface BehaviourDifference {
  readonly code: DifferenceCode
  /** What of an answer it is: `status`, `cache-control`, `/kontaktinformasjon/epostadresse`, `alg`. */
  readonly at: string
  /** The value or, where it may be a person's, its form; `absent` where there is none. */
  readonly from: string
  readonly to: string
  /** The requests whose answers show it, in words: `GET person, no Authorization`. */
  readonly places: readonly string[]
}

export type RuleDifferenceCode =
  | 'rule-added'
  | 'rule-removed'
  /** Judged in the first run, and in the second neither passed nor failed: silence, which is no conformance. */
  | 'rule-silenced'
  /** Judged in the second run only. */
  | 'rule-judged'
  | 'rule-changed'

/** What became of one rule at one place. */
export interface RulePlace {
  readonly where: string
  readonly from: string
  readonly to: string
}

/** One rule of which the two runs say different things. */
export interface RuleDifference {
  readonly code: RuleDifferenceCode
  readonly id: RuleId
  readonly title: string
  readonly level: Level
  readonly from: Verdict | 'absent'
  readonly to: Verdict | 'absent'
  /** Places where it was judged in the first run and not in the second, though the rule may still pass elsewhere. */
  readonly silenced: readonly RulePlace[]
  /** Places where it was judged in both, with another outcome. */
  readonly changed: readonly RulePlace[]
}

/** The milliseconds that answers of one kind took. The fastest is the server's own part: no load can hide it. */
export interface Latency {
  readonly answers: number
  readonly fastest: number
  readonly median: number
  readonly p95: number
}

/** How long one kind of answer took in each run; undefined where there was none. */
export interface LatencyPair {
  readonly of: string
  readonly from: Latency | undefined
  readonly to: Latency | undefined
}

/** What the later one of two published documents says otherwise of one place. */
export interface DocumentDifference {
  readonly code: 'document-added' | 'document-removed' | 'document-changed'
  /** `GET 200 application/json /status` */
  readonly at: string
  /** In words; empty where the place was added or removed. */
  readonly how: string
  /** Whether somebody who relied on the earlier document may be let down. */
  readonly breaks: boolean
}

/** What differs between the two published documents of the person resource, or why that cannot be told. */
export type DocumentComparison =
  | { readonly differences: readonly DocumentDifference[] }
  | { readonly notCompared: string }

/** Which run stands on one side. */
export interface ComparedRun {
  readonly environment: string
  readonly run: string
  readonly startedAt: string
  readonly verdict: EnvironmentVerdict
  readonly selection: 'full' | 'partial'
  readonly harnessVersion: string
  readonly ruleSet: number
  readonly contract: string
}

/** What differs between two runs, of one environment at two times or of two environments. */
export interface Comparison {
  readonly schemaVersion: 1
  readonly from: ComparedRun
  readonly to: ComparedRun
  /** Whether nothing differs: no rule, no behaviour, nothing in the published documents. */
  readonly same: boolean
  /** What limits the comparison: a partial run, another contract, other rules. */
  readonly remarks: readonly string[]
  readonly rules: {
    readonly differences: readonly RuleDifference[]
    readonly unchanged: readonly RuleId[]
  }
  readonly behaviour: {
    readonly differences: readonly BehaviourDifference[]
    /** Kinds of requests whose answers were compared. */
    readonly compared: number
  }
  readonly document: DocumentComparison
  /** For information; only what is far apart is a difference. */
  readonly latency: readonly LatencyPair[]
}
