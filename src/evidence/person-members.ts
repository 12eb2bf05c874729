import { type JsonObject, valueAt } from './json.ts'
import type { KrrScope, PersonReading } from './person-reading.ts'

/** What any answer about a person holds, whatever the scope. */
export const alwaysMembers = ['personidentifikator', 'reservasjon', 'status'] as const

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

/** Whether the member says something: it is there and not null. */
export const isPresent = (person: JsonObject, ...path: readonly string[]): boolean => {
  const value = valueAt(person, ...path)
  return value !== undefined && value !== null
}

/** Whether the token of this reading was granted the scope. */
export const hasScope = (
  reading: { readonly scopes: readonly KrrScope[] },
  scope: KrrScope,
): boolean => reading.scopes.includes(scope)
