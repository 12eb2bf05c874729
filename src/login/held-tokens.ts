import type { KrrScope, Persona } from '../evidence/person-reading.ts'
import type { Tokens } from './session.ts'

/** What a caller of `tokens()` is promised at least, or half of what tokens can live where that is less. */
const leastLifetimeMs = 30_000

/** Tokens by persona and scopes: had once, renewed where they would not live long enough. */
export interface HeldTokens {
  tokens(persona: Persona, scopes: readonly KrrScope[]): Promise<Tokens>
  /** Those that are there now, by `grantKey`. */
  current(): Promise<ReadonlyMap<string, Tokens>>
}

export interface HeldTokensOptions {
  readonly obtain: (persona: Persona, scopes: readonly KrrScope[]) => Promise<Tokens>
  readonly renew: (persona: Persona, scopes: readonly KrrScope[], tokens: Tokens) => Promise<Tokens>
}

/** One key for a persona and scopes in whatever order. */
export const grantKey = (persona: Persona, scopes: readonly KrrScope[]): string =>
  [persona, ...new Set(scopes)].sort().join(' ')

/** Holds tokens, failures too: nothing that was refused is tried again. */
export const holdTokens = ({ obtain, renew }: HeldTokensOptions): HeldTokens => {
  const held = new Map<string, Promise<Tokens>>()
  /** Of renewed tokens, when they are renewed again: what lives for less than a minute is not each time it is asked for. */
  const renewals = new WeakMap<Tokens, number>()
  const renewAnew: HeldTokensOptions['renew'] = async (persona, scopes, old) => {
    const tokens = await renew(persona, scopes, old)
    const halfLifeMs = (tokens.goodUntil - Date.now()) / 2
    renewals.set(tokens, tokens.goodUntil - Math.min(leastLifetimeMs, halfLifeMs))
    return tokens
  }
  return {
    async tokens(persona, scopes) {
      const key = grantKey(persona, scopes)
      const current = held.get(key) ?? obtain(persona, scopes)
      held.set(key, current)
      current.catch(() => {})
      const found = await current
      if (Date.now() <= (renewals.get(found) ?? found.goodUntil - leastLifetimeMs)) return found
      const newer = held.get(key)
      // Somebody else who asked at the same time has begun the renewal.
      if (newer !== undefined && newer !== current) return newer
      const renewal = renewAnew(persona, scopes, found)
      held.set(key, renewal)
      // A renewal that failed must not stand in the way of the next attempt.
      renewal.catch(() => held.set(key, current))
      return renewal
    },
    async current() {
      const there = new Map<string, Tokens>()
      for (const [key, tokens] of held) {
        const found = await tokens.catch(() => undefined)
        if (found !== undefined) there.set(key, found)
      }
      return there
    },
  }
}
