import type { Fingerprint } from '../../report/fingerprint.ts'
import type { RuleId } from '../../rules/rule.ts'

/** A deviation that is known and that somebody sees to, for a while (`known-deviations.yaml`). */
export interface KnownDeviation {
  readonly rule: RuleId
  /** The environment's own name: `test` for the alias `ver2`. */
  readonly environment: string
  /** What exactly is seen: another finding of the same rule still counts. */
  readonly fingerprints: readonly Fingerprint[]
  readonly reason: string
  readonly owner: string
  readonly link: string
  /** The last day that it holds, `2026-12-31`, by UTC. */
  readonly expires: string
  /** Where it stands in the file. */
  readonly line: number
}

/** So many days ahead an entry may expire. */
export const mostDays = 90

const dayMs = 86_400_000

/** How many whole days the entry still holds, today counted as 0; negative where it has expired. */
export const daysLeft = ({ expires }: Pick<KnownDeviation, 'expires'>, now: Date): number =>
  Math.round(
    (Date.parse(`${expires}T00:00:00Z`) - Math.floor(now.getTime() / dayMs) * dayMs) / dayMs,
  )
