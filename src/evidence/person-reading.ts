import type { Exchange } from './exchange.ts'
import type { JsonObject } from './json.ts'
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
