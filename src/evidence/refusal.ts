import type { Exchange } from './exchange.ts'
import type { PersonReading } from './person-reading.ts'

/**
 * A request that must not succeed, beside the one that differs from it in one factor and did.
 * The suite has made sure that the twin succeeded; without that no negative rule is judged.
 */
export interface Refusal {
  /** The factor that differs, in words: `no Authorization`. */
  readonly factor: string
  readonly twin: Exchange
  readonly exchange: Exchange
  /** Personal values known of the test user, for finding them where they must not be. */
  readonly personal: readonly string[]
}

/** A write that must not take effect: the person read before it and after it. */
export interface RefusedWrite extends Refusal {
  readonly before: PersonReading
  readonly after: PersonReading
}

/** A token that was good once, sent after its end: as GET, or as PATCH. */
export type ExpiredUse = (Refusal | RefusedWrite) & {
  /** Milliseconds from the token's expiry to the request. */
  readonly lateByMs: number
}

/** A PATCH whose document must not take effect as it was sent; refused or not is the rule's matter. */
export interface PatchAttempt extends RefusedWrite {
  /** What was sent, in words, without personal data: `spraak "de"`, `an empty document`. */
  readonly requested: string
  /** The text of the document exactly as it was sent. */
  readonly sent: string
}

/** An attempt whose connection may have been closed while it was sent: refused as well, without an answer. */
export interface UnansweredAttempt extends Omit<PatchAttempt, 'exchange'> {
  readonly exchange: Exchange | undefined
}

/** A language change: the value sent and the person before and after. */
export interface LanguageChange {
  readonly requested: string
  readonly exchange: Exchange
  readonly before: PersonReading
  /** The next GETs: JSON with all scopes, the JWS, and JSON with other scopes of the same person. */
  readonly after: readonly [json: PersonReading, jose: PersonReading, otherScopes: PersonReading]
}

/** A change that was accepted, asked for once more while its language stands. */
export interface RepeatedChange {
  readonly requested: string
  /** The change that was accepted. */
  readonly first: Exchange
  readonly exchange: Exchange
  readonly before: PersonReading
  readonly after: PersonReading
}

/** Two changes that were sent at once, to languages that did not stand there. */
export interface CompetingChanges {
  readonly requested: readonly [one: string, other: string]
  readonly exchanges: readonly [one: Exchange, other: Exchange]
  readonly before: PersonReading
  readonly after: PersonReading
}
