/** Every version of the set of rules there has been, the first one first. */
export const ruleSetVersions = [1, 2, 3] as const

/** A version of the set of rules. Each has all rules of the one before it. */
export type RuleSetVersion = (typeof ruleSetVersions)[number]
