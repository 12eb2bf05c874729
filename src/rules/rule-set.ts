import type { Area, RuleId } from './rule.ts'

/** The numbers of the rules that a version of the set added, by area. A released line is never edited. */
const added = {
  1: {
    SPEC: '001 002 005',
    OP: '001 002 003 004 005 006 007 008 009 010 011',
    AUTH: '001 002 003 005',
    SCOPE: '001 002 003 004 005 006 007 008 009 010 011 012',
    BODY: '001 002 003 004 005 006 008 009 010 015 019 020 022 023 024',
    NEG: '001 002 003 004',
    JWS: '001 002 003 004 005 006 009',
    PATCH: '001 002 003 004 005 007 009 010 014',
    ERR: '001 002 003',
  },
  2: {
    SPEC: '003 004 006 007',
    OP: '012 013',
    AUTH: '004 006 007 008 009 010 011 012 013 014 015',
    SCOPE: '013',
    BODY: '007 011 012 013 014 016 017 018 021 025',
    NEG: '005 006 007 008 009',
    JWS: '007 008 010 011',
    PATCH: '006 008 011 012 013 015',
    ERR: '004 005',
    HTTP: '001 002 003 004 005 006 007 008 009 010',
    TLS: '001 002 003 004 005 006',
  },
} as const satisfies Record<number, Readonly<Partial<Record<Area, string>>>>

/** A version of the set of rules. Each has all rules of the one before it. */
export type RuleSetVersion = keyof typeof added

/** The version of the set of rules that this harness judges. */
export const ruleSetVersion = 2 satisfies RuleSetVersion

/** Every version there has been, the first one first. */
export const ruleSetVersions: readonly RuleSetVersion[] = [1, 2]

/** Whether there is such a version, for a number that somebody wrote down. */
export const isRuleSetVersion = (version: unknown): version is RuleSetVersion =>
  ruleSetVersions.some((known) => known === version)

/** The rules that a version added to the one before it. */
export const rulesAddedIn = (version: RuleSetVersion): readonly RuleId[] =>
  Object.entries(added[version]).flatMap(([area, numbers]) =>
    numbers.split(' ').map((number): RuleId => `KRR-${area as Area}-${number}`),
  )

/**
 * The rules of a version of the set. A gate that pins one judges by these alone, so that a rule added
 * later turns nothing red until the gate takes up the version that has it.
 */
export const rulesOf = (version: RuleSetVersion): ReadonlySet<RuleId> =>
  new Set(ruleSetVersions.filter((earlier) => earlier <= version).flatMap(rulesAddedIn))

/** The version that a rule came with; undefined for one that is in none. */
export const sinceVersion = (id: RuleId): RuleSetVersion | undefined =>
  ruleSetVersions.find((version) => rulesAddedIn(version).includes(id))
