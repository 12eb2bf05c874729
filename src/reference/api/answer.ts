import type { JSONWebKeySet } from 'jose'
import type { PassThrough } from '../seams.ts'
import type { Authenticate } from './authenticate.ts'
import type { ApiResponse, JsonObject } from './message.ts'
import type { PersonRecord, PersonRegister } from './register.ts'
import type { PersonMediaType } from './seams.ts'

/** What the person resource works with. */
export interface PersonResource {
  readonly issuer: string
  readonly jwks: JSONWebKeySet
  readonly authenticate: Authenticate
  readonly register: PersonRegister
  readonly deliverExpired: boolean
  readonly seams: PassThrough
}

/** A response, and what was known when it was made. */
export interface Answer {
  readonly response: ApiResponse
  readonly claims?: JsonObject
  readonly scopes?: readonly string[]
  readonly representation?: PersonMediaType
  readonly record?: PersonRecord | undefined
}
