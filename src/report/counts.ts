import type { Basis, Level } from '../rules/rule.ts'
import { type RuleResult, type Verdict, verdicts } from './model.ts'

/** The levels, the strictest first. */
export const levels = ['MUST', 'SHOULD', 'INFO'] as const satisfies readonly Level[]

/** The figures of a report; every format takes them from here, so that they agree. */
export interface Counts {
  readonly rules: number
  /** Rules by level and verdict. */
  readonly byLevel: Readonly<Record<Level, Readonly<Record<Verdict, number>>>>
  /** Failed MUST rules by what they stand on. */
  readonly failures: {
    /** Documented and observed: Digdir's own promise. */
    readonly promised: number
    readonly standard: number
    readonly assumed: number
  }
  /** Failed SHOULD rules. */
  readonly warnings: number
  /** Judgements, of all rules in all places. */
  readonly judgements: number
}

/** Counts the rules of a report. */
export const countRules = (rules: readonly RuleResult[]): Counts => {
  const failedMusts = rules.filter((rule) => rule.level === 'MUST' && rule.verdict === 'failed')
  const onBasis = (...bases: readonly Basis[]) =>
    failedMusts.filter(({ basis }) => bases.includes(basis)).length
  const byLevel = {
    MUST: byVerdict(rules, 'MUST'),
    SHOULD: byVerdict(rules, 'SHOULD'),
    INFO: byVerdict(rules, 'INFO'),
  }
  return {
    rules: rules.length,
    byLevel,
    failures: {
      promised: onBasis('documented', 'observed'),
      standard: onBasis('standard'),
      assumed: onBasis('assumed'),
    },
    warnings: byLevel.SHOULD.failed,
    judgements: rules.reduce((sum, { observations }) => sum + observations.length, 0),
  }
}

const byVerdict = (rules: readonly RuleResult[], level: Level): Record<Verdict, number> => {
  const counted: Record<Verdict, number> = {
    passed: 0,
    failed: 0,
    inconclusive: 0,
    'not-applicable': 0,
    'not-exercised': 0,
    errored: 0,
    'not-run': 0,
  }
  for (const rule of rules) if (rule.level === level) counted[rule.verdict] += 1
  return counted
}

/** The verdicts that occur at a level, in the model's order, with their numbers. */
export const occurring = (counts: Counts, level: Level): readonly (readonly [Verdict, number])[] =>
  verdicts
    .map((verdict) => [verdict, counts.byLevel[level][verdict]] as const)
    .filter(([, number]) => number > 0)
