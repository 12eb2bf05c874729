import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Environment } from '../../config/environment.ts'
import { refuseLink } from '../../config/own-file.ts'
import { type FieldLine, parseJson } from '../../evidence/exchange.ts'
import { isJsonObject, stringAt } from '../../evidence/json.ts'
import type { AuthorizationRequest } from '../../evidence/login.ts'
import { type KrrScope, krrScopes } from '../../evidence/person-reading.ts'
import type { RecordedExchange } from '../../evidence/recorded-exchange.ts'
import type { HeldGrant } from '../session.ts'
import { type Binding, type Sealed, seal, unseal } from './seal.ts'

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

type TokenMember = (typeof tokenMembers)[number]

/** Header and claims of a JWT; secrets and person are pseudonyms in them. */
interface MaskedJwt {
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
const printKept = (login: KeptLogin): string => JSON.stringify(login)

/** The login that a text holds, or undefined where it holds none; what this module printed it takes as it is. */
const parseKept = (text: string): KeptLogin | undefined => {
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

/** What was found where a login would be kept. */
type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly login: KeptLogin }
  /** There is one, and it is of no use; why, in words. */
  | { readonly kind: 'useless'; readonly because: string }

/** The login that is kept for one environment: at most one, on disk, sealed (folder 0700, file 0600). */
export interface KeptLogins {
  readonly path: string
  keep(login: KeptLogin, expiresAt: Date): void
  /** Takes it out: what can be used is deleted before it is. */
  take(now: Date): Found
  remove(): void
}

type Target = Pick<Environment, 'name' | 'apiUrl' | 'issuer' | 'clientId'>

/** Where an environment's login is kept. */
export const keptLoginPath = (stateDir: string, { name }: Pick<Environment, 'name'>): string =>
  join(stateDir, 'logins', `${name}.json`)

/** Opens the place below the state directory; without a key nothing is kept, and what lies there stays closed. */
export const openKeptLogins = (
  stateDir: string,
  environment: Target,
  stateKey: string,
): KeptLogins => {
  const path = keptLoginPath(stateDir, environment)
  refuseLink(path)
  const { name, apiUrl, issuer, clientId } = environment
  const binding: Binding = { environment: name, apiUrl, issuer, clientId }
  const remove = () => rmSync(path, { force: true })
  return {
    path,
    remove,
    keep(login, expiresAt) {
      const folder = dirname(path)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      chmodSync(folder, 0o700)
      const sealed = seal(printKept(login), {
        stateKey,
        binding,
        expiresAt: expiresAt.toISOString(),
      })
      const next = `${path}.${randomBytes(4).toString('hex')}`
      writeFileSync(next, `${JSON.stringify(sealed)}\n`, { mode: 0o600, flag: 'wx' })
      renameSync(next, path)
    },
    take(now) {
      const text = textOf(path)
      if (text === undefined) return { kind: 'none' }
      const sealed = parseSealed(text)
      if (sealed === undefined) {
        remove()
        return useless('it is damaged; it is deleted')
      }
      if (Date.parse(sealed.expiresAt) <= now.getTime()) {
        remove()
        return useless(`it expired at ${sealed.expiresAt}; it is deleted`)
      }
      const opened = unseal(sealed, { stateKey, binding })
      if (opened === undefined) {
        return useless(
          'it was made with another KRR_STATE_KEY, or for another client or address, or was changed since; ' +
            `it lies there until it is of no use any more (${sealed.expiresAt})`,
        )
      }
      remove()
      const login = parseKept(opened)
      return login === undefined
        ? useless('another version of the harness made it; it is deleted')
        : { kind: 'kept', login }
    },
  }
}

const useless = (because: string): Found => ({ kind: 'useless', because })

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

const parseSealed = (text: string): Sealed | undefined => {
  const parsed = parseJson(text)
  if (!isJsonObject(parsed) || parsed['format'] !== 1) return undefined
  const [expiresAt, nonce, sealed] = ['expiresAt', 'nonce', 'sealed'].map((name) =>
    stringAt(parsed, name),
  )
  if (expiresAt === undefined || nonce === undefined || sealed === undefined) return undefined
  return Number.isNaN(Date.parse(expiresAt)) ? undefined : { format: 1, expiresAt, nonce, sealed }
}
