import { stringAt } from '../evidence/json.ts'
import { parseJws } from '../evidence/jws.ts'
import { parseJson } from '../evidence/message.ts'
import { type KrrScope, krrScopes, type Persona } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import type { Client } from '../oidc/client.ts'
import { type GrantedTokens, refreshTokens } from '../oidc/token-request.ts'
import type { Flow } from './flow.ts'
import type { Tokens } from './session.ts'

/** What a caller of `tokens()` is promised at least. */
const leastLifetimeMs = 30_000

/** The flows of a session, one for each persona and combination of scopes, and their tokens. */
export interface Grants {
  flow(persona: Persona, scopes: readonly KrrScope[]): Promise<Flow>
  tokens(persona: Persona, scopes: readonly KrrScope[]): Promise<Tokens>
}

export interface GrantsOptions {
  readonly client: () => Promise<Client>
  /** Runs a flow of its own. */
  readonly run: (persona: Persona, scopes: readonly KrrScope[]) => Promise<Flow>
}

/** Keeps flows by persona and scopes, failures too: nothing that was refused is tried again. */
export const createGrants = ({ client, run }: GrantsOptions): Grants => {
  const flows = new Map<string, Promise<Flow>>()
  const held = new Map<string, Promise<Tokens>>()
  const keyOf = (persona: Persona, scopes: readonly KrrScope[]) =>
    [persona, ...new Set(scopes)].sort().join(' ')

  const flow: Grants['flow'] = (persona, scopes) => {
    const key = keyOf(persona, scopes)
    const known = flows.get(key)
    if (known !== undefined) return known
    const running = run(persona, scopes)
    running.catch(() => {})
    flows.set(key, running)
    return running
  }

  const renew = async (
    persona: Persona,
    scopes: readonly KrrScope[],
    tokens: Tokens,
  ): Promise<Tokens> => {
    const refreshToken = tokens.refreshToken
    if (refreshToken !== undefined) {
      const granted = await refreshTokens(await client(), refreshToken).catch(() => undefined)
      if (granted !== undefined) return refreshed(tokens, granted)
    }
    return tokensOf(await run(persona, scopes))
  }

  const tokens: Grants['tokens'] = async (persona, scopes) => {
    const key = keyOf(persona, scopes)
    const current = held.get(key) ?? flow(persona, scopes).then(tokensOf)
    held.set(key, current)
    current.catch(() => {})
    const found = await current
    if (found.expiresAt - Date.now() >= leastLifetimeMs) return found
    const newer = held.get(key)
    // Somebody else who asked at the same time has begun the renewal.
    if (newer !== undefined && newer !== current) return newer
    const renewal = renew(persona, scopes, found)
    held.set(key, renewal)
    // A renewal that failed must not stand in the way of the next attempt.
    renewal.catch(() => held.set(key, current))
    return renewal
  }

  return { flow, tokens }
}

/**
 * The tokens of a flow.
 * @throws EvidenceUnavailableError where the library refused its answer, or they are another person's
 */
export const tokensOf = ({ reading, outcome }: Flow): Tokens => {
  if (outcome.granted === undefined)
    throw new EvidenceUnavailableError(
      `login of ${reading.persona}: ID-porten's answer was refused: ${outcome.refusal}`,
    )
  const { granted } = outcome
  const idToken = granted.idToken ?? ''
  if (isAnotherPersons(idToken, reading.expectedPid))
    throw new EvidenceUnavailableError(
      `login of ${reading.persona}: the ID token's "pid" is not the test user's, so its tokens are not used`,
    )
  const scopes = granted.scope?.split(' ') ?? reading.request.scopes
  return {
    accessToken: granted.accessToken,
    idToken,
    refreshToken: granted.refreshToken,
    expiresAt: granted.expiresAt,
    granted: krrScopes.filter((scope) => scopes.includes(scope)),
  }
}

const refreshed = (tokens: Tokens, granted: GrantedTokens): Tokens => ({
  accessToken: granted.accessToken,
  idToken: granted.idToken ?? tokens.idToken,
  refreshToken: granted.refreshToken ?? tokens.refreshToken,
  expiresAt: granted.expiresAt,
  granted:
    granted.scope === undefined
      ? tokens.granted
      : krrScopes.filter((scope) => granted.scope?.split(' ').includes(scope)),
})

/** Somebody else's register must not be read, let alone written. A missing `pid` is a rule's matter. */
const isAnotherPersons = (idToken: string, expectedPid: string | undefined): boolean => {
  const payload = parseJws(idToken)?.payload
  const pid = stringAt(parseJson(new TextDecoder().decode(payload)), 'pid')
  return pid !== undefined && expectedPid !== undefined && pid !== expectedPid
}
