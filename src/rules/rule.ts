import type { SentenceId } from './citations.ts'
import type { RuleSetVersion } from './rule-set-version.ts'

export const areas = [
  'SPEC',
  'OP',
  'AUTH',
  'SCOPE',
  'BODY',
  'NEG',
  'JWS',
  'PATCH',
  'ERR',
  'HTTP',
  'TLS',
] as const
export type Area = (typeof areas)[number]

/** `KRR-JWS-003`: fixed width, never reused, never renumbered. */
export type RuleId = `KRR-${Area}-${string}`

/** The source's own keyword; INFO is only observed. */
export type Level = 'MUST' | 'SHOULD' | 'INFO'

/** Where the rule comes from: Digdir's pages, Digdir's tests and clients, a standard, nobody. */
export type Basis = 'documented' | 'observed' | 'standard' | 'assumed'

/**
 * A value from the wire, as opposed to the rule's own words: it is masked before anything shows it.
 * Whatever came from a message goes through here.
 */
export interface FromWire {
  readonly fromWire: unknown
  /** Set where it is of a published document, whose words are public: only what looks like a person is masked. */
  readonly isPublished?: true
}

/** Marks a value as taken from a message, so that it is masked before anything shows it. */
export const fromWire = (value: unknown): FromWire => ({ fromWire: value })

/** Marks a value as taken from a published document: keywords, names and references are shown. */
export const fromDocument = (value: unknown): FromWire => ({ fromWire: value, isPublished: true })

/** One deviation. Strings are the rule's own words; values of messages are `fromWire`. */
export interface Finding {
  /** A JSON Pointer into the person (`/sertifikat`), a field name (`Content-Type`) or `status`. */
  readonly at: string
  readonly expected: string | FromWire
  readonly actual: string | FromWire
  /** Follows from holding one answer of the person against another, in a rule that finds other things beside. */
  readonly byComparison?: true
}

/** The conditions of `notApplicable` that something reads, by code, in words. */
const unmetTexts = {
  'is-not-stored': 'no cache may store the response: no-store',
  'no-times-in-payload': 'the payload has no iat, nbf or exp',
  'is-not-unreserved': 'reservasjon is not NEI',
  'no-value-with-time': 'there is no value that has a time',
  'no-mailbox-members': 'there is neither sertifikat nor digital_post',
  'no-varslingsstatus': 'there is no varslingsstatus',
  'cannot-be-notified': 'varslingsstatus is not KAN_VARSLES',
  'may-be-filtered': 'varslingsstatus is KAN_IKKE_VARSLES, which may filter them',
} as const

/** A condition without which a rule does not apply, by its code. */
export type UnmetCode = keyof typeof unmetTexts

/** Why a rule does not apply, where more than people read it. */
export interface Unmet {
  readonly code: UnmetCode
  readonly text: string
}

/** The condition of this code, which is not met. */
export const unmet = (code: UnmetCode): Unmet => ({ code, text: unmetTexts[code] })

/** A rule as data: what a report says of it, judged or not. */
export interface RuleHeader {
  readonly id: RuleId
  /** An indicative sentence about a conforming server, at most 70 characters. */
  readonly title: string
  readonly level: Level
  readonly basis: Basis
  /** The version of the set of rules that it came with. A released number is never edited. */
  readonly since: RuleSetVersion
  /** The sentences that it stands on, by their ids in specs/sentences/. */
  readonly cites: readonly [SentenceId, ...SentenceId[]]
  /** Judged by requests that never go to production: there it is left out before anything is asked for. */
  readonly intrusive?: true
  /**
   * Its own words say what `reservasjon` or `varslingsstatus` is, whose values production's reports do not show: there
   * others stand in their place.
   */
  readonly tellsOfPerson?: true
  /** Compares what came with this machine's clock: nothing to go by where that is wrong. */
  readonly byClock?: true
  /** Holds one reading of the person against another: says nothing where the person comes and goes by itself. */
  readonly comparesReadings?: true
  /** Judged on whatever a full run comes to ask for, so that a replay of it asks for all of that. */
  readonly onWholeRun?: true
  /**
   * The conditions of `notApplicable` that say of an answer that what could deviate is not in it: whatever was found
   * there before is fixed. With any other condition a replay leaves open whether it is.
   */
  readonly fixedWhen?: readonly UnmetCode[]
}

/**
 * A rule judges recorded evidence and nothing else: no request, no clock, no randomness, no throw.
 * A `Subject` is the narrowest evidence that decides it.
 */
export interface Rule<Subject> extends RuleHeader {
  /** The level at which this subject is judged, where the evidence carries no more than a lower one. */
  readonly levelFor?: (subject: Subject) => Level
  /** Why the rule does not apply to this subject, or undefined where it does. */
  readonly notApplicable?: (subject: Subject) => string | Unmet | undefined
  /** Why the rule holds for this subject and cannot be judged on it; undefined where it can. */
  readonly cannotTell?: (subject: Subject) => string | undefined
  /** The deviations; none where the subject conforms. */
  readonly check: (subject: Subject) => Iterable<Finding> | AsyncIterable<Finding>
  /** Which of several accepted readings was met, in the rule's own words. */
  readonly met?: (subject: Subject) => string | undefined
}

/** Any rule, whatever it judges: for catalogues. */
export type AnyRule = Rule<never>
