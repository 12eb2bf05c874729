import type { Fingerprint } from '../report/fingerprint.ts'
import type { RuleId } from '../rules/rule.ts'

/**
 * Every reason not to answer yes, the most decisive first. What a code means and that it says no or unknown holds in
 * every version.
 */
export const reasonCodes = {
  // Evidence that is not what it pretends to be.
  'report-tampered': 'no',
  'other-key': 'no',
  'wrong-environment': 'no',
  'wrong-target': 'no',
  // What is wrong with the target.
  'register-not-restored': 'no',
  'must-failed': 'no',
  'blocking-rule-failed': 'no',
  'known-expired': 'no',
  'known-too-long': 'no',
  'known-unknown-rule': 'no',
  'known-not-seen': 'no',
  'known-broader': 'no',
  'flaky-expired': 'no',
  'flaky-too-long': 'no',
  'flaky-unknown-request': 'no',
  // What a service that works with one will miss in the other.
  'breaking-difference': 'no',
  'document-breaks': 'no',
  slower: 'no',
  // What is not known.
  'report-missing': 'unknown',
  'report-unreadable': 'unknown',
  'not-sealed': 'unknown',
  'ephemeral-key': 'unknown',
  'unknown-key': 'unknown',
  'address-unknown': 'unknown',
  'report-partial': 'unknown',
  'report-stale': 'unknown',
  'report-from-future': 'unknown',
  'other-harness': 'unknown',
  'other-rule-set': 'unknown',
  'harness-broke': 'unknown',
  'must-not-judged': 'unknown',
  'rule-missing': 'unknown',
  'must-not-exercised': 'unknown',
  'must-not-applicable': 'unknown',
  'area-silent': 'unknown',
  'flake-not-known': 'unknown',
  'matrix-missing': 'unknown',
  'matrix-other-version': 'unknown',
  'matrix-incomplete': 'unknown',
  'nothing-compared': 'unknown',
} as const satisfies Readonly<Record<string, 'no' | 'unknown'>>

export type ReasonCode = keyof typeof reasonCodes

/** Of each code what it says and what that means for the service, in one language. */
export type ReasonWords = Readonly<Record<ReasonCode, readonly [title: string, means: string]>>

/** Whether the service may switch. Unknown is never yes. */
export type Answer = 'yes' | 'no' | 'unknown'

/** Which evidence a reason is about. */
export type Side = 'from' | 'to' | 'pair'

/** One reason not to answer yes. */
export interface Reason {
  readonly code: ReasonCode
  readonly answer: 'no' | 'unknown'
  readonly about: Side
  /** What is so, in a sentence. */
  readonly what: string
  /** What would change it: a command or a sentence. */
  readonly change: string
  readonly rules?: readonly RuleId[]
  readonly fingerprints?: readonly Fingerprint[]
}

/** A reason with the answer that its code stands for. */
export const reason = (
  code: ReasonCode,
  about: Side,
  what: string,
  change: string,
  named: Pick<Reason, 'rules' | 'fingerprints'> = {},
): Reason => ({ code, answer: reasonCodes[code], about, what, change, ...named })

const order: readonly string[] = Object.keys(reasonCodes)

/** The most decisive first; those of one code in the order in which they were found. */
export const byDecisiveness = (one: Reason, other: Reason): number =>
  order.indexOf(one.code) - order.indexOf(other.code)

/** No where one reason says so, unknown where there is any other, yes without any. */
export const answerOf = (reasons: readonly Pick<Reason, 'answer'>[]): Answer => {
  if (reasons.some(({ answer }) => answer === 'no')) return 'no'
  return reasons.length > 0 ? 'unknown' : 'yes'
}
