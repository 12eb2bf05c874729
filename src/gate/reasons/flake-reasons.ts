import type { ConformanceReport, Flake } from '../../report/model.ts'
import { counted } from '../../report/verdict-sentence.ts'
import type { GateInput } from '../evidence.ts'
import { matchFlaky } from '../flaky/match-flaky.ts'
import { type Reason, reason } from '../reason.ts'
import { runCommand } from './run-command.ts'

/** What came at a second attempt only and is not known to, and entries of `known-flaky.yaml` that must be mended. */
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

/** The rules whose judgement stands on an answer that came late. */
const restingOn = ({ rules }: ConformanceReport, flakes: readonly Flake[]) => {
  const ids = new Set(flakes.map(({ exchange }) => exchange))
  return rules
    .filter(({ observations }) =>
      observations.some(({ evidence }) => evidence.some((id) => ids.has(id))),
    )
    .map(({ id }) => id)
}
