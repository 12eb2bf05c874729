import { counted } from '../../report/verdict-sentence.ts'
import type { GateInput } from '../evidence.ts'
import { type Reason, reason } from '../reason.ts'
import { pinnedRules } from './pinned-rules.ts'
import { runCommand } from './run-command.ts'

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
            `the harness itself broke on ${environment}`,
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
