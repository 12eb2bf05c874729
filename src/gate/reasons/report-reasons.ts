import type { GateInput } from '../evidence.ts'
import { type Reason, reason, type Side } from '../reason.ts'
import { addressReasons } from './address-reasons.ts'
import { ageReasons } from './age-reasons.ts'
import { runCommand } from './run-command.ts'
import { sealReasons } from './seal-reasons.ts'

/** Why a report is no evidence, or not of what it must be: for both environments alike. */
export const reportReasons = (side: Exclude<Side, 'pair'>, input: GateInput): readonly Reason[] => {
  const own = input[side]
  const again = runCommand(own.environment)
  const { report } = own
  if (report === undefined) {
    return [
      own.path === undefined
        ? reason('report-missing', side, `there is no report of ${own.environment}`, again)
        : reason(
            'report-unreadable',
            side,
            `${own.path} is no report that this harness reads`,
            again,
          ),
    ]
  }
  return [
    ...sealReasons(side, own, input),
    ...addressReasons(side, own),
    ...(report.run.selection === 'partial'
      ? [
          reason(
            'report-partial',
            side,
            `the run of ${own.environment} judged selected rules only`,
            again,
          ),
        ]
      : []),
    ...ageReasons(side, own, input),
    ...(report.run.harnessVersion === input.harnessVersion
      ? []
      : [
          reason(
            'other-harness',
            side,
            `krr-conformance ${report.run.harnessVersion} made the report of ${own.environment}, ` +
              `and ${input.harnessVersion} decides`,
            again,
          ),
        ]),
    ...(report.run.ruleSet >= input.policy.ruleSet
      ? []
      : [
          reason(
            'other-rule-set',
            side,
            `the report of ${own.environment} judged rule set ${report.run.ruleSet}, and the policy pins ${input.policy.ruleSet}`,
            again,
          ),
        ]),
  ]
}
