import { failingFindings } from '../../report/fingerprint.ts'
import type { ConformanceReport, Flake, RuleResult } from '../../report/model.ts'
import { areasWithoutPass } from '../../report/verdict.ts'
import { counted } from '../../report/verdict-sentence.ts'
import { isRuleSetVersion, rulesOf } from '../../rules/rule-set.ts'
import type { GateInput } from '../decision.ts'
import { matchFlaky } from '../flaky/known-flaky.ts'
import { matchKnown } from '../known/known-deviations.ts'
import {
  type EnvironmentPolicy,
  environmentPolicy,
  type GatePolicy,
  isNamed,
} from '../policy/policy.ts'
import { type Reason, reason } from '../reason.ts'
import { runCommand } from './run-command.ts'

/** What failed and is not known, and entries of `known-deviations.yaml` that must be fixed. */
export const failureReasons = (
  input: GateInput,
  report: ConformanceReport,
  pinned: readonly RuleResult[],
): readonly Reason[] => {
  const { policy, known, now } = input
  const failed = pinned.filter(({ verdict }) => verdict === 'failed')
  const musts = failed.filter(({ level }) => level === 'MUST')
  const others = failed.filter(
    ({ id, level }) =>
      level !== 'MUST' && (policy.block.levels.includes(level) || isNamed(id, policy.block.rules)),
  )
  const match = matchKnown(report, known, now, failingFindings(report, [...musts, ...others]))
  const uncovered = (rules: readonly RuleResult[]) => {
    const fingerprints = match.uncovered.filter(({ rule }) => rules.some(({ id }) => id === rule))
    // A failure in which nothing was seen cannot be known either.
    const silent = rules.filter(({ id }) => !isSeen(id, match))
    const ids = [...fingerprints.map(({ rule }) => rule), ...silent.map(({ id }) => id)]
    return {
      rules: rules.map(({ id }) => id).filter((id) => ids.includes(id)),
      fingerprints: fingerprints.map(({ fingerprint }) => fingerprint),
    }
  }
  const waive = `have it fixed; where only others can, npm run krr -- gate waive --env ${report.target.environment}`
  const [open, blocking] = [uncovered(musts), uncovered(others)]
  return [
    ...(open.rules.length === 0
      ? []
      : [
          reason(
            'must-failed',
            'to',
            `${report.target.environment} deviates from ${counted(open.rules.length, 'MUST rule')}${seenIn(open.rules, match)}`,
            waive,
            open,
          ),
        ]),
    ...(blocking.rules.length === 0
      ? []
      : [
          reason(
            'blocking-rule-failed',
            'to',
            `${report.target.environment} deviates from ${counted(blocking.rules.length, 'rule')} that the policy lets block${seenIn(blocking.rules, match)}`,
            waive,
            blocking,
          ),
        ]),
    ...match.problems.map(({ code, sentence, change, entry }) =>
      reason(code, 'to', sentence, change, {
        rules: [entry.rule],
        fingerprints: entry.fingerprints,
      }),
    ),
  ]
}

/** The first thing that was seen of them, in words. */
const seenIn = (rules: readonly string[], { uncovered }: ReturnType<typeof matchKnown>): string => {
  const first = uncovered.find(({ rule }) => rules.includes(rule))
  if (first === undefined) return ''
  const { where, finding } = first
  return ` (${where}: ${finding.at} must be ${finding.expected}, but is ${finding.actual})`
}

const isSeen = (id: string, { covered, uncovered }: ReturnType<typeof matchKnown>): boolean =>
  [...covered.map(({ found }) => found), ...uncovered].some(({ rule }) => rule === id)

/** What came at a second attempt only and is not known to, and entries of `known-flaky.yaml` that must be fixed. */
export const flakeReasons = ({ to, flaky, policy, now }: GateInput): readonly Reason[] => {
  const { report, environment } = to
  if (report === undefined) return []
  const { uncovered, problems } = matchFlaky(report, flaky, now)
  return [
    ...problems.map(({ code, sentence, change }) => reason(code, 'to', sentence, change)),
    ...(uncovered.length === 0 || policy.flakes === 'tolerated'
      ? []
      : [
          reason(
            'flake-not-known',
            'to',
            `${counted(uncovered.length, 'request')} failed at first in ${environment} and came when sent again ` +
              `(${shown(uncovered)})`,
            `${runCommand(environment)}; what keeps failing at first goes into known-flaky.yaml, or is accepted with ` +
              'flakes: tolerated in gate.policy.yaml',
            { rules: restingOn(report, uncovered) },
          ),
        ]),
  ]
}

const shown = (flakes: readonly Flake[]): string => {
  const all = [...new Set(flakes.map(({ label, trouble }) => `${label}: ${trouble}`))]
  const more = all.length > 3 ? `; and ${all.length - 3} more` : ''
  return `${all.slice(0, 3).join('; ')}${more}`
}

/** The rules whose judgement is based on an answer that came late. */
const restingOn = ({ rules }: ConformanceReport, flakes: readonly Flake[]) => {
  const ids = new Set(flakes.map(({ exchange }) => exchange))
  return rules
    .filter(({ observations }) =>
      observations.some(({ evidence }) => evidence.some((id) => ids.has(id))),
    )
    .map(({ id }) => id)
}

/** MUST rules that said nothing and whose silence the policy does not accept. */
export const silenceReasons = (
  { policy, to }: GateInput,
  report: ConformanceReport,
  pinned: readonly RuleResult[],
): readonly Reason[] => {
  const own = environmentPolicy(policy, to.environment)
  const again = runCommand(to.environment)
  const leftOut = (verdict: 'not-exercised' | 'not-applicable', accepted: readonly string[]) =>
    pinned.filter(
      (rule) => rule.level === 'MUST' && rule.verdict === verdict && !isNamed(rule.id, accepted),
    )
  const isByDeclaration = acceptedByDeclaration(own, report)
  const present = new Set(report.rules.map(({ id }) => id))
  const missing = isRuleSetVersion(policy.ruleSet)
    ? [...rulesOf(policy.ruleSet)].filter((id) => !present.has(id))
    : []
  const silent = areasWithoutPass({ rules: pinned, run: report.run }).filter(
    (area) => !pinned.some((rule) => rule.area === area && rule.verdict === 'failed'),
  )
  return [
    ...(missing.length === 0
      ? []
      : [
          reason(
            'rule-missing',
            'to',
            `the report lacks ${counted(missing.length, 'rule')} of the pinned set`,
            again,
            {
              rules: missing,
            },
          ),
        ]),
    ...leftOutReason(
      'must-not-exercised',
      'notExercised',
      to.environment,
      leftOut('not-exercised', own.notExercised),
    ),
    ...leftOutReason(
      'must-not-applicable',
      'notApplicable',
      to.environment,
      leftOut('not-applicable', own.notApplicable).filter((rule) => !isByDeclaration(rule)),
    ),
    ...(silent.length === 0
      ? []
      : [
          reason(
            'area-silent',
            'to',
            `no MUST rule passed in ${silent.join(', ')}: silence is no conformance`,
            again,
          ),
        ]),
  ]
}

/** Whether a rule does not apply for want of a scope that the policy says the client does not have. */
const acceptedByDeclaration =
  ({ scopes }: EnvironmentPolicy, { target }: ConformanceReport) =>
  ({ observations }: RuleResult): boolean =>
    (scopes?.every((scope) => target.scopes?.includes(scope) ?? true) ?? false) &&
    observations.some(({ isDeclared }) => isDeclared === true)

const leftOutReason = (
  code: 'must-not-exercised' | 'must-not-applicable',
  key: 'notExercised' | 'notApplicable',
  environment: string,
  rules: readonly RuleResult[],
): readonly Reason[] => {
  const [first] = rules
  if (first === undefined) return []
  const how = code === 'must-not-exercised' ? 'not exercised' : 'not applicable'
  const ids = rules.map(({ id }) => id)
  return [
    reason(
      code,
      'to',
      `${counted(rules.length, 'MUST rule')} ${how} in ${environment} (${first.id}: ${first.reason})`,
      `see to it that they can be judged, or accept them in gate.policy.yaml: environments.${environment}.${key}: [${ids.join(', ')}]`,
      { rules: ids },
    ),
  ]
}

/** The rules of the version that the policy pins; all of them where this harness does not know it. */
export const pinnedRules = (
  report: ConformanceReport,
  { ruleSet }: GatePolicy,
): readonly RuleResult[] =>
  isRuleSetVersion(ruleSet)
    ? report.rules.filter(({ id }) => rulesOf(ruleSet).has(id))
    : report.rules

/** What the first environment's run could not settle hides differences, and so does what the harness broke. */
export const unsettledReasons = (side: 'from' | 'to', input: GateInput): readonly Reason[] => {
  const { report, environment } = input[side]
  if (report === undefined) return []
  const rules = pinnedRules(report, input.policy)
  const again = runCommand(environment)
  const broken = rules.filter(({ observations }) =>
    observations.some(({ verdict }) => verdict === 'errored'),
  )
  const open = rules.filter(
    (rule) =>
      rule.level === 'MUST' && ['inconclusive', 'errored', 'not-run'].includes(rule.verdict),
  )
  const why = open[0]?.reason ?? ''
  return [
    ...(broken.length === 0
      ? []
      : [
          reason(
            'harness-broke',
            side,
            `krr-conformance itself failed on ${environment}`,
            `report it, then ${again}`,
            {
              rules: broken.map(({ id }) => id),
            },
          ),
        ]),
    ...(open.length === 0
      ? []
      : [
          reason(
            'must-not-judged',
            side,
            `${counted(open.length, 'MUST rule')} could not be judged in ${environment}${why === '' ? '' : ` (${why})`}`,
            again,
            { rules: open.map(({ id }) => id) },
          ),
        ]),
  ]
}
