import type { ConformanceReport, EnvironmentVerdict, MatrixFigures } from '../report/model.ts'
import type { Verification } from '../report/seal/verify.ts'
import { counted } from '../report/verdict-sentence.ts'
import type { KnownFlake } from './flaky/known-flaky.ts'
import type { KnownDeviation } from './known/known-deviations.ts'
import type { PairComparison } from './pair/pair.ts'
import type { GatePolicy } from './policy/policy.ts'
import type { Answer, Reason } from './reason.ts'

/** What a decision is based on, on one side. */
export interface DecidedOn {
  readonly environment: string
  readonly path?: string
  /** The page of the report, as an address relative to the report directory; absent where it lies elsewhere. */
  readonly page?: string
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

/** A deviation or a flake that is accepted until a day: a yes may rest on it. */
export interface Waiver {
  readonly kind: 'deviation' | 'flake'
  readonly environment: string
  /** The rule that fails, or the request that failed at first. */
  readonly of: string
  /** What the request failed with. */
  readonly trouble?: string
  readonly reason: string
  readonly owner: string
  readonly link: string
  /** The last day, `2026-12-31`. */
  readonly expires: string
}

/** Where a decision was made: the job of a pipeline, as far as its variables tell. */
export interface DecidedIn {
  /** `GitHub Actions`, `GitLab`, `Jenkins` */
  readonly system: string
  readonly job: string
  /** Its page. */
  readonly url?: string
  /** The account that started it. */
  readonly startedBy?: string
  readonly commit?: string
}

/** Whether the service may switch, with all that was looked at. */
export interface Decision {
  readonly schemaVersion: 1
  readonly id: string
  readonly decidedAt: string
  /** What the evidence says, even where it is overridden. */
  readonly answer: Answer
  readonly from: DecidedOn
  readonly to: DecidedOn
  /** All of them, the most decisive first. */
  readonly reasons: readonly Reason[]
  /** Known deviations and flakes that were accepted. Absent from decisions of earlier harnesses. */
  readonly waivers?: readonly Waiver[]
  /** What was accepted beside them and what to know, in sentences. */
  readonly remarks: readonly string[]
  /** Titles of the rules that reasons and waivers name. Absent from decisions of earlier harnesses. */
  readonly titles?: Readonly<Record<string, string>>
  readonly pair?: PairComparison
  readonly policy: GatePolicy
  readonly harnessVersion: string
  readonly override?: Override
  /** Absent where it was made outside of a pipeline. */
  readonly decidedIn?: DecidedIn
  /** The key that signs it. Absent from decisions of earlier harnesses. */
  readonly signedBy?: { readonly thumbprint: string; readonly isConfigured: boolean }
  /** SHA-256 of the manifest of the decision before it, hex: a decision that is taken out is missed. */
  readonly previous?: string
}

/** Where an environment is, by the registry, the policy or the configuration. */
export type KnownAddress =
  | { readonly apiUrl: string; readonly issuer: string }
  /** Started again by each run, on this machine. */
  | 'loopback'
  | undefined

/** What is there of one environment. */
export interface SideEvidence {
  /** The environment that was asked for, by its own name. */
  readonly environment: string
  /** Where the report lies; undefined where there is none. */
  readonly path?: string
  /** Its page, relative to the report directory. */
  readonly page?: string
  /** Undefined where there is none, or the file is none. */
  readonly report?: ConformanceReport
  readonly verification?: Verification
  /** Of `manifest.json`, hex: what the decision is based on. */
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

/** Waivers that the answer rests on: only a yes rests on any. */
export const restsOn = ({ answer, waivers = [] }: Decision): readonly Waiver[] =>
  answer === 'yes' ? waivers : []

/** `Yes, with 1 waiver`: a yes that rests on a waiver is never said like a clean one. */
export const answerWords = (decision: Decision): string => {
  const word = decision.answer.charAt(0).toUpperCase() + decision.answer.slice(1)
  const { length } = restsOn(decision)
  return length === 0 ? word : `${word}, with ${counted(length, 'waiver')}`
}

/** The decision in one sentence that can be read aloud. */
export const decisionSentence = (decision: Decision): string => {
  const { answer, from, to, reasons } = decision
  const move = `from ${from.environment} to ${to.environment}`
  switch (answer) {
    case 'yes':
      return `${answerWords(decision)}: the service may be switched ${move}.`
    case 'no':
      return `No: the service must not be switched ${move}: ${reasonCounts(reasons, 'no')}.`
    case 'unknown':
      return `Unknown, which is not yes: nobody can tell whether the service may be switched ${move}: ${reasonCounts(reasons, 'unknown')}.`
    default:
      return answer satisfies never
  }
}

/** One waiver in a sentence: what is accepted, why, until when, and who sees to it. */
export const waiverSentence = (waiver: Waiver, titles: Decision['titles'] = {}): string => {
  const { kind, environment, of, trouble, reason, expires, owner, link } = waiver
  const title = titles[of]
  const what =
    kind === 'deviation'
      ? `${environment} deviates from ${of}${title === undefined ? '' : ` (${title})`}`
      : `${of} failed at first in ${environment}${trouble === undefined ? '' : ` (${trouble})`}`
  return `Waiver: ${what}, accepted because ${withoutStop(reason)}, until ${expires} (${owner}, ${link}).`
}

/** A reason as it stands within a sentence. */
export const withoutStop = (sentence: string): string => sentence.trim().replace(/\.$/, '')

/** What was decided against the evidence; undefined where nothing was. */
export const overrideSentence = ({ override }: Decision): string | undefined =>
  override === undefined
    ? undefined
    : `Break-glass: ${override.by} switches all the same, because: ${override.reason}`

/** `1 reason says no, 2 things are not known` */
const reasonCounts = (reasons: readonly Reason[], first: 'no' | 'unknown'): string => {
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
