import type { GateInput, SideEvidence } from '../evidence.ts'
import { type Reason, reason, type Side } from '../reason.ts'
import { runCommand } from './run-command.ts'

/** Clocks of two machines may be apart by so much. */
const clockSkewMs = 60_000

/** Why a report says nothing of now. */
export const ageReasons = (
  side: Exclude<Side, 'pair'>,
  { environment, report }: SideEvidence,
  { policy, now }: GateInput,
): readonly Reason[] => {
  const finishedAt = report?.run.finishedAt ?? ''
  // What is no time is not within any limit either.
  const ageMs = now.getTime() - Date.parse(finishedAt)
  if (ageMs < -clockSkewMs) {
    return [
      reason(
        'report-from-future',
        side,
        `the report of ${environment} ended at ${finishedAt}, after the time of this machine`,
        'set the clock of this machine',
      ),
    ]
  }
  if (ageMs <= policy.maxAgeHours * 3_600_000) return []
  const age = Number.isNaN(ageMs) ? 'of unknown age' : `${hours(ageMs)} old`
  return [
    reason(
      'report-stale',
      side,
      `the report of ${environment} is ${age}, and the policy allows ${policy.maxAgeHours} h`,
      runCommand(environment),
    ),
  ]
}

const hours = (ms: number): string => `${(Math.ceil(ms / 360_000) / 10).toFixed(1)} h`
