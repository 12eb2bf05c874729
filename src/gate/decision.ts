import type { EnvironmentVerdict } from '../report/model.ts'
import type { PairComparison } from './pair/pair.ts'
import type { GatePolicy } from './policy/policy.ts'
import type { Answer, Reason } from './reason.ts'

/** What a decision stands on, on one side. */
export interface DecidedOn {
  readonly environment: string
  readonly path?: string
  readonly run?: string
  readonly finishedAt?: string
  readonly verdict?: EnvironmentVerdict
  readonly harnessVersion?: string
  /** Of `manifest.json`, hex. */
  readonly manifestSha256?: string
  /** Of the key that sealed it. */
  readonly thumbprint?: string
}

/** Somebody switches though the answer is not yes. It stays so in the decision for good. */
export interface Override {
  readonly by: string
  readonly reason: string
}

/** Whether the service may switch, with all that was looked at. */
export interface Decision {
  readonly schemaVersion: 1
  readonly id: string
  readonly decidedAt: string
  /** What the evidence says, whoever overrides it. */
  readonly answer: Answer
  readonly from: DecidedOn
  readonly to: DecidedOn
  /** All of them, the most decisive first. */
  readonly reasons: readonly Reason[]
  /** What was accepted and what to know, in sentences. */
  readonly remarks: readonly string[]
  readonly pair?: PairComparison
  readonly policy: GatePolicy
  readonly harnessVersion: string
  readonly override?: Override
  /** SHA-256 of the manifest of the decision before it, hex: a decision that is taken out is missed. */
  readonly previous?: string
}
