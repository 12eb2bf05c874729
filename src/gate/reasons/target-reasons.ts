import type { GateInput } from '../evidence.ts'
import type { Reason } from '../reason.ts'
import { failureReasons } from './failure-reasons.ts'
import { flakeReasons } from './flake-reasons.ts'
import { pinnedRules } from './pinned-rules.ts'
import { registerReasons } from './register-reasons.ts'
import { silenceReasons } from './silence-reasons.ts'

/** Why the target is not known to conform: what failed, what nobody judged, what is left changed. */
export const targetReasons = (input: GateInput): readonly Reason[] => {
  const { report, environment } = input.to
  if (report === undefined) return []
  const pinned = pinnedRules(report, input.policy)
  return [
    ...registerReasons(report, environment),
    ...failureReasons(input, report, pinned),
    ...silenceReasons(input, report, pinned),
    ...flakeReasons(input),
  ]
}
