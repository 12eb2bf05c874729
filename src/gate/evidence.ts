import type { ConformanceReport, MatrixFigures } from '../report/model.ts'
import type { Verification } from '../report/seal/verify.ts'
import type { KnownFlake } from './flaky/known-flake.ts'
import type { KnownDeviation } from './known/known-deviation.ts'
import type { GatePolicy } from './policy/policy.ts'

/** Where an environment is, by the registry, the policy or the configuration. */
export type KnownAddress =
  | { readonly apiUrl: string; readonly issuer: string }
  /** Started by each run anew, on this machine. */
  | 'loopback'
  | undefined

/** What is there of one environment. */
export interface SideEvidence {
  /** The environment that was asked for, by its own name. */
  readonly environment: string
  /** Where the report lies; undefined where there is none. */
  readonly path?: string
  /** Undefined where there is none, or the file is none. */
  readonly report?: ConformanceReport
  readonly verification?: Verification
  /** Of `manifest.json`, hex: what the decision stands on. */
  readonly manifestSha256?: string
  readonly address: KnownAddress
}

/** All that a decision is made from. */
export interface GateInput {
  readonly from: SideEvidence
  readonly to: SideEvidence
  readonly policy: GatePolicy
  readonly known: readonly KnownDeviation[]
  readonly flaky: readonly KnownFlake[]
  /** Figures of the defect matrix of this checkout; undefined where none are recorded. */
  readonly matrix: MatrixFigures | undefined
  /** The version of the harness that decides. */
  readonly harnessVersion: string
  readonly now: Date
}
