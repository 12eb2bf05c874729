import type { ConformanceReport, RuleResult } from '../../report/model.ts'
import { areasWithoutPass } from '../../report/verdict.ts'
import { counted } from '../../report/verdict-sentence.ts'
import { isRuleSetVersion, rulesOf } from '../../rules/rule-set.ts'
import type { GateInput } from '../evidence.ts'
import { type EnvironmentPolicy, environmentPolicy, isNamed } from '../policy/policy.ts'
import { type Reason, reason } from '../reason.ts'
import { runCommand } from './run-command.ts'

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
