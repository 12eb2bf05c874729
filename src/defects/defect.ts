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
  'JWS structure',
  'JWS keys and chain',
  'JSON against JWS',
  'PATCH effect',
  'PATCH side effect',
  'PATCH validation',
  'errors and disclosure',
  'OpenID provider',
  'published document',
] as const
export type Family = (typeof families)[number]

/** `DEF-JWS-SIGNATURE-BROKEN`. */
export type DefectId = `DEF-${string}`

interface DefectHeader {
  readonly id: DefectId
  /** The wrong fact, as a sentence about the server. */
  readonly title: string
  readonly family: Family
  /** The rules that must trip, each of them. */
  readonly violates: readonly [RuleId, ...RuleId[]]
  /** The rules that may trip as well; any other one that does is a misattribution. */
  readonly alsoTrips?: readonly RuleId[]
}

/** A defect at one seam: `inject` is typed by what passes there. */
export interface DefectAt<S extends SeamName> extends DefectHeader {
  readonly seam: S
  readonly inject: Injection<S>
}

/** One seeded fault of the reference environment, and what it must bring about. */
export type Defect = { [S in SeamName]: DefectAt<S> }[SeamName]
