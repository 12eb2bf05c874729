import type { ConformanceReport, EnvironmentVerdict, MatrixFigures } from '../report/model.ts'
import type { Verification } from '../report/seal/verify.ts'
import type { KnownFlake } from './flaky/known-flaky.ts'
import type { KnownDeviation } from './known/known-deviations.ts'
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

/** The decision in one sentence that can be read aloud. */
export const decisionSentence = (decision: Decision): string => {
  const { answer, from, to, reasons } = decision
  const move = `from ${from.environment} to ${to.environment}`
  switch (answer) {
    case 'yes':
      return `Yes: a service may switch ${move}.`
    case 'no':
      return `No: a service must not switch ${move}: ${counted(reasons, 'no')}.`
    case 'unknown':
      return `Unknown, which is not yes: whether a service may switch ${move} cannot be told: ${counted(reasons, 'unknown')}.`
    default:
      return answer satisfies never
  }
}

/** What was decided against the evidence; undefined where nothing was. */
export const overrideSentence = ({ override }: Decision): string | undefined =>
  override === undefined
    ? undefined
    : `Break-glass: ${override.by} switches all the same, because: ${override.reason}`

/** `for 1 reason that says no and 2 that are open`. */
const counted = (reasons: readonly Reason[], first: 'no' | 'unknown'): string => {
  const no = reasons.filter(({ answer }) => answer === 'no').length
  const open = reasons.length - no
  const words = [
    ...(first === 'no' ? [`${no} ${no === 1 ? 'reason says' : 'reasons say'} no`] : []),
    ...(open === 0 ? [] : [`${open} ${open === 1 ? 'thing is' : 'things are'} not known`]),
  ]
  return words.join(', ')
}

/** The rules or fingerprints of a reason, some of many. */
export const namedIn = ({ rules = [], fingerprints = [] }: Reason, most = 12): string => {
  const all = [...rules, ...fingerprints]
  const more = all.length > most ? ` and ${all.length - most} more` : ''
  return `${all.slice(0, most).join(', ')}${more}`
}

/** What a side of the decision is: `test, run 2026-..., conformant, ended 2026-...`. */
export const sideWords = ({ environment, run, verdict, finishedAt }: Decision['from']): string =>
  run === undefined
    ? `${environment}: no report`
    : `${environment}: run ${run}, ${verdict}, ended ${finishedAt}`
