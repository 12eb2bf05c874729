import type { Obstacle } from '../evidence/obstacle.ts'
import type { Representation } from '../evidence/person-reading.ts'
import type { RecordedExchange } from '../evidence/recorded-exchange.ts'
import type { Area, Basis, Level, RuleId, UnmetCode } from '../rules/rule.ts'

/** What was found of one rule (docs/ARCHITECTURE.md says what each means). */
export const verdicts = [
  'passed',
  'failed',
  'inconclusive',
  'not-applicable',
  'not-exercised',
  'errored',
  'not-run',
] as const
export type Verdict = (typeof verdicts)[number]

export type EnvironmentVerdict =
  | 'conformant'
  | 'deviating'
  | 'deviating (known)'
  | 'inconclusive'
  | 'partial'

/** A deviation in words; whatever came from a message is masked by now. */
export interface ReportedFinding {
  readonly at: string
  readonly expected: string
  readonly actual: string
  /** Found by holding one reading of the person against another, and by nothing else. */
  readonly byComparison?: true
}

/** One judgement of a rule on one piece of evidence. */
export interface Observation {
  /** Where it was judged: `kontaktinformasjon+digitalpost, application/jose`. */
  readonly where: string
  /** What `krr replay` takes: `KRR-JWS-003.kwzmt`. Only of what failed; absent from old reports. */
  readonly name?: string
  readonly verdict: Exclude<Verdict, 'not-run'>
  /** The level it was judged at, where the evidence carried no more than one below the rule's own. */
  readonly level?: Level
  /** Why it is inconclusive, not applicable, not exercised or errored. */
  readonly reason?: string
  /** What stood in the way, where that is told by itself: the server whose exchanges tell of it, or of what kind it is. */
  readonly obstacle?: Obstacle
  /** The condition that is not met, where a rule says by its code what that means. */
  readonly unmet?: UnmetCode
  /** The rule whose deviation it follows from: it cannot be judged until that is fixed. */
  readonly follows?: RuleId
  /** Not applicable by declaration: `KRR_<NAME>_SCOPES` does not name the scopes that it takes. */
  readonly isDeclared?: true
  /** Which of several accepted readings was met. */
  readonly met?: string
  readonly findings: readonly ReportedFinding[]
  /** Ids of the exchanges it was judged on. */
  readonly evidence: readonly string[]
}

export interface ReportedCitation {
  readonly source: string
  readonly url: string
  readonly section: string
  readonly quote?: string
}

/** Whether somebody may be led there: an address of the web, and no `javascript:`, `data:` or `file:`. */
export const isWebAddress = (url: string): boolean =>
  URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol)

/** How long rules have failed, as far as `runs/history.ndjson` remembers runs at the same address. */
export interface FailedBefore {
  /** How many runs are remembered. */
  readonly runs: number
  /** By rule: the first of the runs in a row that failed it, up to the one before this, and how many they are. */
  readonly rules: readonly { readonly id: string; readonly since: string; readonly runs: number }[]
}

export interface RuleResult {
  readonly id: RuleId
  readonly area: Area
  readonly title: string
  /** The rule's own, or the strictest at which it was judged in this run. */
  readonly level: Level
  readonly basis: Basis
  readonly citations: readonly ReportedCitation[]
  readonly verdict: Verdict
  readonly reason: string
  readonly observations: readonly Observation[]
}

export type {
  RecordedExchange,
  RecordedJws,
  RecordedMessage,
} from '../evidence/recorded-exchange.ts'
export { areas } from '../rules/rule.ts'
export type { Area }

/** What became of the person's language. All undefined where nothing was written. */
export interface RegisterReport {
  readonly found?: string
  readonly left?: string
  readonly restored?: boolean
  /** What a write of the run changed beside the language, and nothing can put back, in words. */
  readonly lasting?: string
  /** Why it could not be put back, or who else changed it. */
  readonly trouble?: string
}

/** The figures of the defect matrix as they were last recorded (`generated/matrix.json`). */
export interface MatrixFigures {
  /** The harness that was put to the proof, which need not be the one that runs. */
  readonly harnessVersion: string
  readonly ruleSet: number
  /** The day, `2026-11-23`. */
  readonly recorded: string
  /** Rows by kind and outcome. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** How many of them came out as they must. */
  readonly expected: number
  /** Rules that a defect was seen to trip. */
  readonly proven: readonly RuleId[]
  /** How well the causes of single faults were told; absent from earlier records. */
  readonly causes?: {
    /** Defects on which a MUST rule failed that they violate. */
    readonly rows: number
    /** Of these, how many have such a rule in the first cause. */
    readonly first: number
    /** How many causes the middle one has. */
    readonly median: number
  }
  /** What became of it when each finding of the defects was replayed; absent where none was. */
  readonly replays?: {
    /** Of how many defects. */
    readonly rows: number
    readonly findings: number
    /** How many showed again with the defect. */
    readonly reproduced: number
    /** How many were fixed on the unmodified server. */
    readonly fixed: number
  }
}

/** How far the harness itself was proven; without figures nothing was recorded. */
export interface HarnessReport {
  readonly matrix?: MatrixFigures
}

/** Whether a member must come with these scopes, may, or has to be withheld. */
export type Expectation = 'required' | 'allowed' | 'withheld'

/** What one combination of scopes yielded in one representation: names of members, never a value. */
export interface PictureCell {
  /** `kontaktinformasjon`, `digitalpost`, `spraak`, as granted; empty for none. */
  readonly scopes: readonly string[]
  readonly representation: Representation
  readonly exchange: string
  readonly status: number
  /** The members of the contract, in its order; empty where no person came. */
  readonly members: readonly {
    /** `kontaktinformasjon/epostadresse` */
    readonly name: string
    readonly expected: Expectation
    readonly came: boolean
  }[]
  /** How many members came that the contract does not know. */
  readonly unknown: number
}

/** Something that ends on a day that is known, and that somebody has to renew. */
export interface Expiry {
  /** `signing certificate`, `TLS certificate` */
  readonly what: string
  /** Whose, or of what: a certificate's subject, an address. */
  readonly of: string
  readonly at: string
}

/** A request that failed and succeeded when it was sent again. */
export interface Flake {
  /** The id of the exchange. */
  readonly exchange: string
  readonly label: string
  /** When the first attempt was made. */
  readonly at: string
  readonly attempts: number
  /** What the failed attempts came to. */
  readonly trouble: string
}

/** What `known-deviations.yaml` says of this report. */
export interface KnownDeviationsReport {
  readonly covered: readonly {
    readonly rule: RuleId
    readonly fingerprint: string
    readonly owner: string
    readonly link: string
    /** The last day, `2026-12-31`. */
    readonly expires: string
  }[]
  /** Entries that have expired, are no longer seen or must be mended: each makes the run fail. */
  readonly problems: readonly string[]
}

/** One environment's run: the one model that every format is written from. */
export interface ConformanceReport {
  readonly schemaVersion: 1
  readonly verdict: EnvironmentVerdict
  readonly target: {
    readonly environment: string
    readonly apiUrl: string
    readonly issuer: string
    /** The `krr:user/*` scopes that the client was declared to have, where these are not all three. */
    readonly scopes?: readonly string[]
  }
  readonly run: {
    readonly id: string
    readonly startedAt: string
    readonly finishedAt: string
    readonly durationMs: number
    readonly selection: 'full' | 'partial'
    /** Whether unsafe methods were allowed; absent from old reports. */
    readonly mayWrite?: boolean
    /** A signal ended the run before all was judged; `selection` is `partial` then. */
    readonly interrupted?: true
    readonly requests: number
    /** The most requests that the run might send, and what it sent, each attempt counted; absent from old reports. */
    readonly requestBudget?: { readonly limit: number; readonly sent: number }
    readonly logins: number
    /** When the login was made, where that was before the run (`krr login`). */
    readonly loginMadeAt?: string
    readonly harnessVersion: string
    /** The version of the set of rules that was judged (src/rules/rule-set.ts): what a gate pins. */
    readonly ruleSet: number
  }
  readonly contract: { readonly source: string; readonly sha256: string }
  /** Absent from reports that earlier harnesses made. */
  readonly harness?: HarnessReport
  readonly register: RegisterReport
  /** Absent where no entry is about this environment. */
  readonly known?: KnownDeviationsReport
  /** What could not be judged or begun at all, one line each: the likely cause first. */
  readonly trouble: readonly string[]
  /** What failed at first and came all the same. Absent from reports that earlier harnesses made. */
  readonly flakes?: readonly Flake[]
  /** How many there were in the runs before, as far as `runs/history.ndjson` remembers them. */
  readonly flakesBefore?: {
    readonly runs: number
    readonly flakes: number
    /** Labels of the requests that did so in one of the last ten runs. Absent from reports of earlier harnesses. */
    readonly recent?: readonly string[]
  }
  /** Which of the rules that fail failed in the runs just before, too. Absent where no earlier run is remembered. */
  readonly failedBefore?: FailedBefore
  readonly rules: readonly RuleResult[]
  /** What each way to ask yielded. Absent from reports that earlier harnesses made. */
  readonly picture?: readonly PictureCell[]
  /** Absent from reports that earlier harnesses made. */
  readonly expiries?: readonly Expiry[]
  readonly exchanges: readonly RecordedExchange[]
}
