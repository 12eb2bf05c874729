import { rules } from './index.ts'
import type { RuleHeader, RuleId } from './rule.ts'
import { type RuleSetVersion, ruleSetVersions } from './rule-set-version.ts'

/** The version of the set of rules that this harness judges. */
export const ruleSetVersion = 3 satisfies RuleSetVersion

/** Whether there is such a version, for a number that somebody wrote down. */
export const isRuleSetVersion = (version: unknown): version is RuleSetVersion =>
  ruleSetVersions.some((known) => known === version)

const headers: readonly RuleHeader[] = rules

/** The rules that a version added to the one before it. */
export const rulesAddedIn = (version: RuleSetVersion): readonly RuleId[] =>
  headers.filter(({ since }) => since === version).map(({ id }) => id)

/**
 * The rules of a version of the set. A gate that pins one judges by these alone, so that a rule added
 * later turns nothing red until the gate takes up the version that has it.
 */
export const rulesOf = (version: RuleSetVersion): ReadonlySet<RuleId> =>
  new Set(headers.filter(({ since }) => since <= version).map(({ id }) => id))
