import type { Exchange } from './exchange.ts'
import { isJsonObject, type JsonObject, valueAt } from './json.ts'
import type { Jws } from './jws.ts'

/** The three scopes of the user-specific API. */
export const krrScopes = [
  'krr:user/kontaktinformasjon.read',
  'krr:user/digitalpost.read',
  'krr:user/spraak.write',
] as const

export type KrrScope = (typeof krrScopes)[number]

/** The two media types a person comes in. */
export const representations = ['application/json', 'application/jose'] as const

export type Representation = (typeof representations)[number]

/** What a test user can be configured to have (`KRR_<NAME>_EXPECT`). */
const expectations = ['epostadresse', 'mobiltelefonnummer', 'digital_post', 'sertifikat'] as const

export type Expectation = (typeof expectations)[number]

/** Test users by state: `MAIN` and those of `KRR_<NAME>_PID_<PERSONA>`. */
export const personas = [
  'MAIN',
  'RESERVED',
  'DELETED',
  'EXPIRED',
  'UNREGISTERED',
  'MAIL_ONLY',
  'MOBILE_ONLY',
  'NO_MAILBOX',
] as const

export type Persona = (typeof personas)[number]

/** Who was asked about, as far as the configuration knows. */
export interface ExpectedPerson {
  readonly persona: Persona
  /** The personidentifikator that logged in; undefined where an operator did whose ID token names nobody. */
  readonly pid: string | undefined
  /** What the main test user is configured to have; empty for other personas. */
  readonly has: readonly Expectation[]
}

/** The bytes of a person document: a JSON body or the payload of a JWS, before anything is parsed. */
export interface PersonContent {
  readonly exchange: Exchange
  readonly representation: Representation
  /** The `krr:user/*` scopes that the token was granted. */
  readonly scopes: readonly KrrScope[]
  readonly bytes: Uint8Array
  /** The JWS around it; undefined for `application/json`. */
  readonly jws: Jws | undefined
  readonly expected: ExpectedPerson
}

/** A person document that parsed as a JSON object: what most BODY and SCOPE rules judge. */
export interface PersonReading extends PersonContent {
  readonly person: JsonObject
}

/** What any answer about a person in the register holds, whatever the scope. */
export const alwaysMembers = ['personidentifikator', 'reservasjon', 'status'] as const

/** Who has none of it in the register. */
const goneStatuses: readonly unknown[] = ['SLETTET', 'IKKE_REGISTRERT']

/** Whether the register holds nothing of the person any more, or never did. */
export const isGone = (person: JsonObject): boolean => goneStatuses.includes(person['status'])

/** What of the members above this answer has to hold: Digdir's own test data say nothing of the reservation of who is gone. */
export const membersDueOf = (person: JsonObject): readonly string[] =>
  isGone(person) ? alwaysMembers.filter((name) => name !== 'reservasjon') : alwaysMembers

/** What no scope guards: the members that are always there and the times of the reservation. */
export const baseMembers = [
  ...alwaysMembers,
  'reservasjonstidspunkt',
  'reservasjon_oppdatert',
] as const

/** What `krr:user/kontaktinformasjon.read` guards beside `kontaktinformasjon`. */
export const statusOfContactMembers = ['varslingsstatus', 'spraak', 'spraak_oppdatert'] as const

/** What `krr:user/digitalpost.read` guards. */
export const mailboxMembers = ['digital_post', 'sertifikat'] as const

/** What is not given out of a person who is deleted, not registered, or filtered by age. */
export const filteredMembers = ['kontaktinformasjon', ...mailboxMembers] as const

/** Claims that a JWS payload may hold beside the person (RFC 7519, 4.1). */
export const registeredClaims: ReadonlySet<string> = new Set([
  'iss',
  'sub',
  'aud',
  'exp',
  'nbf',
  'iat',
  'jti',
])

/** The names that are no part of the person in this reading: registered claims in a JWS. */
export const notOfThePerson = (reading: PersonReading): ReadonlySet<string> =>
  reading.jws === undefined ? new Set() : registeredClaims

/** The top-level members of the person itself, in order. */
export const memberNames = (reading: PersonReading): readonly string[] => {
  const others = notOfThePerson(reading)
  return Object.keys(reading.person).filter((name) => !others.has(name))
}

/**
 * Whether the member says something: it is there, and neither null nor an empty string, nor an object of nothing else. A
 * mailbox whose address is an empty string is none.
 */
export const isPresent = (person: JsonObject, ...path: readonly string[]): boolean => {
  const value = valueAt(person, ...path)
  if (path.join() === 'digital_post' && valueAt(value, 'postkasseadresse') === '') return false
  return saysSomething(value)
}

/** Whether a value is more than null, an empty string, or an object of nothing else. */
export const saysSomething = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '') return false
  if (!isJsonObject(value)) return true
  const members = Object.values(value)
  return members.length === 0 || members.some((member) => !isEmpty(member))
}

const isEmpty = (value: unknown): boolean => value === null || value === ''

/** Whether the token of this reading was granted the scope. */
export const hasScope = (
  reading: { readonly scopes: readonly KrrScope[] },
  scope: KrrScope,
): boolean => reading.scopes.includes(scope)
