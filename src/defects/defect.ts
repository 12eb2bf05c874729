import type { Injection, SeamName } from '../reference/seams.ts'
import type { RuleId } from '../rules/rule.ts'

/** What kind of fault it is; the matrix counts by it. */
const families = [
  'authentication',
  'token forgery',
  'scopes and data minimisation',
  'schema',
  'semantics between members',
  'identity',
  'timestamps',
  'raw JSON',
  'negotiation',
  'methods',
  'HTTP grammar',
  'caching and headers',
  'JWS structure',
  'JWS keys and chain',
  'JSON against JWS',
  'PATCH effect',
  'PATCH side effect',
  'PATCH validation',
  'errors and disclosure',
  'OpenID provider',
  'published document',
  'TLS',
  'written blind',
] as const
export type Family = (typeof families)[number]

/** `DEF-JWS-SIGNATURE-BROKEN`. */
export type DefectId = `DEF-${string}`

/**
 * What a rule must report of the reading it met: for an INFO rule, which never fails. The unmodified server's
 * observations of that rule must not say so anywhere, else it would prove nothing.
 */
export interface ExpectedReading {
  readonly rule: RuleId
  /** A part of what the rule reports as `met` in one place at least, or a pattern of it. */
  readonly met: string | RegExp
}

/** What a fault must bring about: rules that trip, rules that report another reading, or both. */
type Effect =
  | {
      /** The rules that must trip, each of them. */
      readonly violates: readonly [RuleId, ...RuleId[]]
      readonly observes?: readonly ExpectedReading[]
    }
  | {
      readonly violates: readonly []
      /** The readings that must be reported, each of them. */
      readonly observes: readonly [ExpectedReading, ...ExpectedReading[]]
    }

interface DefectHeader {
  readonly id: DefectId
  /** The wrong fact, as a sentence about the server. */
  readonly title: string
  /** The server was in order in an earlier run of the same environment, which comes first. */
  readonly since?: 'the run before'
  /** The rules that may trip as well; any other one that does is a misattribution. */
  readonly alsoTrips?: readonly RuleId[]
}

/** A row of a family's table, at one seam: `inject` is typed by what passes there. */
type RowAt<S extends SeamName> = DefectHeader &
  Effect & {
    readonly seam: S
    readonly inject: Injection<S>
  }
type Row = { [S in SeamName]: RowAt<S> }[SeamName]

/** A defect at one seam. */
export type DefectAt<S extends SeamName> = RowAt<S> & { readonly family: Family }

/** One seeded fault of the reference environment, and what it must bring about. */
export type Defect = { [S in SeamName]: DefectAt<S> }[SeamName]

/** The table of one family. */
export const ofFamily = (family: Family, rows: readonly Row[]): readonly Defect[] =>
  rows.map((row) => ({ ...row, family }))

/** The rules that a defect proves able to see it: those that must trip or must report another reading. */
export const provenBy = ({ violates, observes = [] }: Defect): readonly RuleId[] => [
  ...violates,
  ...observes.map(({ rule }) => rule),
]
