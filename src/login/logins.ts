import type { LoginReading } from '../evidence/login.ts'
import type { KrrScope, Persona } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { type Grants, holdTokens, tokensOf } from './grants.ts'
import type { RefreshedGrants } from './refreshed-tokens.ts'
import type { HeldGrant, Tokens } from './session.ts'

/** How a session comes by evidence and tokens for each combination of scopes. */
export interface Logins {
  reading(persona: Persona, scopes: readonly KrrScope[]): Promise<LoginReading>
  tokens(persona: Persona, scopes: readonly KrrScope[]): Promise<Tokens>
  /** The first tokens for these scopes, however many came after them. */
  first(persona: Persona, scopes: readonly KrrScope[]): Promise<Tokens>
  /** The main person's grants, with the refresh tokens that are good now. */
  current(): Promise<readonly HeldGrant[]>
}

/** An authorization code flow for each combination. */
export const loginsByFlow = (grants: Grants): Logins => ({
  reading: async (persona, scopes) => (await grants.flow(persona, scopes)).reading,
  tokens: grants.tokens,
  first: async (persona, scopes) => tokensOf(await grants.flow(persona, scopes)),
  current: grants.heldByMain,
})

/** What one login, made before, serves for. */
export interface Origin {
  readonly refreshed: RefreshedGrants
  /** Tokens that came with it. */
  readonly tokens?: { readonly scopes: readonly KrrScope[]; readonly tokens: Tokens }
  /** The evidence of the combinations that were logged in for. */
  readonly readingOf: (scopes: readonly KrrScope[]) => LoginReading | undefined
}

export interface LoginsByRefreshOptions {
  readonly usual: Grants
  readonly origin: () => Promise<Origin>
  /** Hears, once, that a combination could not be had in this way, so that a login of its own is made. */
  readonly onGivenUp: () => void
}

/**
 * One login serves every combination of the main person's, by refreshing its grants; where the provider does not
 * let it, and for all others, there is a flow for each.
 */
export const loginsByRefresh = (options: LoginsByRefreshOptions): Logins => {
  const { usual } = options
  let begun: Promise<Origin> | undefined
  let isGivenUp = false
  const open = (): Promise<Origin> => {
    begun ??= options.origin()
    return begun
  }

  /** Undefined where a flow must bring them. */
  const refreshed = async (scopes: readonly KrrScope[]): Promise<Tokens | undefined> => {
    const tokens = await (await open()).refreshed.tokens(scopes)
    if (tokens === undefined && !isGivenUp) {
      isGivenUp = true
      options.onGivenUp()
    }
    return tokens
  }
  const byRefresh = new Set<string>()
  const anew = async (persona: Persona, scopes: readonly KrrScope[]): Promise<Tokens> => {
    const tokens = await refreshed(scopes)
    if (tokens === undefined) return usual.tokens(persona, scopes)
    byRefresh.add(keyOf(scopes))
    return tokens
  }
  const held = holdTokens({
    obtain: async (persona, scopes) => {
      const { tokens } = await open()
      if (tokens === undefined || keyOf(tokens.scopes) !== keyOf(scopes))
        return anew(persona, scopes)
      byRefresh.add(keyOf(scopes))
      return tokens.tokens
    },
    renew: anew,
  })

  const tokens: Logins['tokens'] = (persona, scopes) =>
    persona === 'MAIN' ? held.tokens(persona, scopes) : usual.tokens(persona, scopes)

  return {
    tokens,
    first: tokens,
    async reading(persona, scopes) {
      if (persona === 'MAIN') {
        await tokens(persona, scopes)
        if (byRefresh.has(keyOf(scopes))) return readingOf(await open(), scopes)
      }
      return (await usual.flow(persona, scopes)).reading
    },
    async current() {
      const own = (await begun?.catch(() => undefined))?.refreshed.current() ?? []
      return [...own, ...(await usual.heldByMain())]
    },
  }
}

const keyOf = (scopes: readonly KrrScope[]): string => [...scopes].sort().join(' ')

const readingOf = (origin: Origin, scopes: readonly KrrScope[]): LoginReading => {
  const reading = origin.readingOf(scopes)
  if (reading !== undefined) return reading
  throw new EvidenceUnavailableError(
    'one login serves these scopes too, by refreshing its tokens: there was no request of their own; a login in a window (DISPLAY) has one for each',
    { verdict: 'not-exercised' },
  )
}
