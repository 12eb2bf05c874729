import { parseJson } from '../evidence/exchange.ts'
import { stringAt } from '../evidence/json.ts'
import { parseJws } from '../evidence/jws.ts'
import { type KrrScope, krrScopes } from '../evidence/person-reading.ts'
import type { Client } from '../oidc/client.ts'
import { type GrantedTokens, refreshTokens } from '../oidc/token-request.ts'
import type { HeldGrant, Tokens } from './session.ts'

/** Tokens after their renewal: what the response leaves out stays as it was (RFC 6749, 6). */
export const refreshed = (
  tokens: Omit<Tokens, 'accessToken' | 'expiresAt' | 'goodUntil'>,
  granted: GrantedTokens,
): Tokens => ({
  accessToken: granted.accessToken,
  idToken: granted.idToken ?? tokens.idToken,
  pid: tokens.pid,
  refreshToken: granted.refreshToken ?? tokens.refreshToken,
  expiresAt: granted.expiresAt,
  goodUntil: granted.goodUntil,
  granted:
    granted.scope === undefined
      ? tokens.granted
      : krrScopes.filter((scope) => granted.scope?.split(' ').includes(scope)),
})

/** The person whom an ID token names. A missing `pid` is a rule's matter. */
export const pidIn = (idToken: string): string | undefined => {
  const payload = parseJws(idToken)?.payload
  return stringAt(parseJson(new TextDecoder().decode(payload)), 'pid')
}

/** Somebody else's register must not be read, let alone written. */
export const isAnother = (pid: string | undefined, expectedPid: string | undefined): boolean =>
  pid !== undefined && expectedPid !== undefined && pid !== expectedPid

/** Grants from which tokens are had by refresh alone. */
export interface RefreshedGrants {
  /**
   * Tokens for exactly these scopes: from the grant that has them, or else by narrowing one that has more
   * (RFC 6749, 6). Undefined where they cannot be had in this way.
   */
  tokens(scopes: readonly KrrScope[]): Promise<Tokens | undefined>
  /** The grants with the refresh tokens that are good now. */
  current(): readonly HeldGrant[]
}

interface RefreshedGrantsOptions {
  readonly client: () => Promise<Client>
  readonly grants: readonly HeldGrant[]
  /** Whose grants they are; a refreshed ID token that names somebody else is not used. */
  readonly pid: string | undefined
}

/** Refreshes grants, each one after the other: its refresh token may be another one after each use. */
export const createRefreshedGrants = (options: RefreshedGrantsOptions): RefreshedGrants => {
  const grants = options.grants.map((grant) => livingGrant(grant, options))
  let narrows = true
  let queue: Promise<unknown> = Promise.resolve()

  const narrowed = async (scopes: readonly KrrScope[]): Promise<Tokens | undefined> => {
    const wider = grants.find((grant) => includes(grant.held().scopes, scopes))
    if (wider === undefined || !narrows) return undefined
    const tokens = await wider.refresh(scopes)
    if (tokens !== undefined && includes(scopes, tokens.granted)) return tokens
    // A provider that does not narrow one combination is not asked for the next.
    narrows = false
    return undefined
  }

  return {
    async tokens(scopes) {
      const own = grants.find((grant) => isSame(grant.held().scopes, scopes))
      if (own !== undefined) return own.refresh(undefined)
      const turn = queue.then(() => narrowed(scopes))
      queue = turn.catch(() => {})
      return turn
    },
    current: () => grants.map((grant) => grant.held()),
  }
}

interface LivingGrant {
  held(): HeldGrant
  /** Undefined where the provider refuses. */
  refresh(scopes: readonly KrrScope[] | undefined): Promise<Tokens | undefined>
}

const livingGrant = (
  { scopes, refreshToken: first }: HeldGrant,
  { client, pid }: RefreshedGrantsOptions,
): LivingGrant => {
  let refreshToken = first
  let queue: Promise<unknown> = Promise.resolve()

  const refresh = async (narrower: readonly KrrScope[] | undefined) => {
    const granted = await refreshTokens(await client(), refreshToken, narrower).catch(
      () => undefined,
    )
    if (granted === undefined) return undefined
    refreshToken = granted.refreshToken ?? refreshToken
    if (isAnother(pidIn(granted.idToken ?? ''), pid)) return undefined
    return refreshed({ idToken: '', pid, refreshToken, granted: narrower ?? scopes }, granted)
  }

  return {
    held: () => ({ scopes, refreshToken }),
    refresh(narrower) {
      const turn = queue.then(() => refresh(narrower))
      queue = turn.catch(() => {})
      return turn
    },
  }
}

const includes = (scopes: readonly KrrScope[], others: readonly KrrScope[]): boolean =>
  others.every((scope) => scopes.includes(scope))

const isSame = (one: readonly KrrScope[], other: readonly KrrScope[]): boolean =>
  includes(one, other) && includes(other, one)
