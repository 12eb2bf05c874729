import type { FieldLine } from '../../evidence/exchange.ts'
import { isJsonObject, stringAt } from '../../evidence/json.ts'
import type { AuthorizationRequest } from '../../evidence/login.ts'
import { parseJson } from '../../evidence/message.ts'
import { type KrrScope, krrScopes } from '../../evidence/person-reading.ts'
import type { RecordedExchange } from '../../evidence/recorded-exchange.ts'
import type { HeldGrant } from '../session.ts'

/** One authorization code flow as it is kept: secrets and person are pseudonyms in it. */
export interface KeptReading {
  readonly scopes: readonly KrrScope[]
  readonly request: AuthorizationRequest
  readonly callback: readonly FieldLine[]
  /** The id of the token exchange. */
  readonly token: string
  /** What the tokens of its answer said, where they were JWTs: without a signature, and masked as all the rest. */
  readonly said: Readonly<Partial<Record<TokenMember, MaskedJwt>>>
}

export const tokenMembers = ['access_token', 'id_token'] as const
export type TokenMember = (typeof tokenMembers)[number]

/** Header and claims of a JWT; secrets and person are pseudonyms in them. */
export interface MaskedJwt {
  readonly header: unknown
  readonly claims: unknown
}

/** A login of the main person's that was made beforehand. Secrets are in it: it is written sealed alone. */
export interface KeptLogin {
  readonly madeAt: string
  /** The operator's, who is the person to be expected; undefined for a test user. */
  readonly pid: string | undefined
  readonly grants: readonly HeldGrant[]
  readonly readings: readonly KeptReading[]
  /** The login's exchanges, masked. */
  readonly exchanges: readonly RecordedExchange[]
  /** The key of the pseudonyms in them, base64: the run that uses the login goes on with it. */
  readonly pseudonymKey: string
}

/** The login as text. */
export const printKept = (login: KeptLogin): string => JSON.stringify(login)

/** The login that a text holds, or undefined where it holds none; what this module printed it takes as it is. */
export const parseKept = (text: string): KeptLogin | undefined => {
  const login = parseJson(text)
  if (!isJsonObject(login)) return undefined
  const { grants, readings, exchanges } = login
  const isWhole =
    !Number.isNaN(Date.parse(stringAt(login, 'madeAt') ?? '')) &&
    stringAt(login, 'pseudonymKey') !== undefined &&
    Array.isArray(grants) &&
    grants.length > 0 &&
    grants.every(isGrant) &&
    Array.isArray(readings) &&
    Array.isArray(exchanges)
  return isWhole ? (login as unknown as KeptLogin) : undefined
}

const isGrant = (grant: unknown): grant is HeldGrant =>
  isJsonObject(grant) &&
  stringAt(grant, 'refreshToken') !== undefined &&
  Array.isArray(grant['scopes']) &&
  grant['scopes'].every((scope) => krrScopes.some((known) => known === scope))
