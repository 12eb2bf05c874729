import { setTimeout as wait } from 'node:timers/promises'
import { randomPKCECodeVerifier } from 'openid-client'
import type { CodeMisuse } from '../evidence/login.ts'
import { type KrrScope, krrScopes, type Persona } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import type { Client } from '../oidc/client.ts'
import { exchangeCode, refreshTokens, revokeToken } from '../oidc/token-request.ts'
import { type Flow, type FlowOptions, runFlow, withNewCodes } from './flow.ts'
import { isAnother, pidIn, refreshed } from './refreshed-tokens.ts'
import type { HeldGrant, Tokens } from './session.ts'

/** What a caller of `tokens()` is promised at least, or half of what tokens can live where that is less. */
const leastLifetimeMs = 30_000

/** Tokens by persona and scopes: had once, renewed where they would not live long enough. */
interface HeldTokens {
  tokens(persona: Persona, scopes: readonly KrrScope[]): Promise<Tokens>
  /** Those that are there now, by `grantKey`. */
  current(): Promise<ReadonlyMap<string, Tokens>>
}

interface HeldTokensOptions {
  readonly obtain: (persona: Persona, scopes: readonly KrrScope[]) => Promise<Tokens>
  readonly renew: (persona: Persona, scopes: readonly KrrScope[], tokens: Tokens) => Promise<Tokens>
}

/** One key for a persona and scopes in whatever order. */
const grantKey = (persona: Persona, scopes: readonly KrrScope[]): string =>
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

/** The flows of a session, one for each persona and combination of scopes, and their tokens. */
export interface Grants extends Pick<HeldTokens, 'tokens'> {
  flow(persona: Persona, scopes: readonly KrrScope[]): Promise<Flow>
  /** The main person's grants, with the refresh tokens that are good now. */
  heldByMain(): Promise<readonly HeldGrant[]>
}

interface GrantsOptions {
  readonly client: () => Promise<Client>
  /** Runs a flow of its own. */
  readonly run: (persona: Persona, scopes: readonly KrrScope[]) => Promise<Flow>
}

/** Keeps flows by persona and scopes, failures too: nothing that was refused is tried again. */
export const createGrants = ({ client, run }: GrantsOptions): Grants => {
  const flows = new Map<string, Begun>()

  const flow: Grants['flow'] = (persona, scopes) => {
    const key = grantKey(persona, scopes)
    const known = flows.get(key)
    if (known !== undefined) return known.flow
    const running = run(persona, scopes)
    running.catch(() => {})
    flows.set(key, { persona, scopes, flow: running })
    return running
  }

  const held = holdTokens({
    obtain: async (persona, scopes) => tokensOf(await flow(persona, scopes)),
    async renew(persona, scopes, tokens) {
      const { refreshToken } = tokens
      if (refreshToken !== undefined) {
        const granted = await refreshTokens(await client(), refreshToken).catch(() => undefined)
        if (granted !== undefined) return refreshed(tokens, granted)
      }
      return tokensOf(await run(persona, scopes))
    },
  })

  return {
    flow,
    tokens: held.tokens,
    async heldByMain() {
      const current = await held.current()
      const mine = [...flows].filter(([, { persona }]) => persona === 'MAIN')
      const all = mine.map(async ([key, { scopes, flow }]): Promise<readonly HeldGrant[]> => {
        const first = await flow.then(({ outcome }) => outcome.granted).catch(() => undefined)
        const { refreshToken } = current.get(key) ?? first ?? {}
        return refreshToken === undefined ? [] : [{ scopes, refreshToken }]
      })
      return (await Promise.all(all)).flat()
    },
  }
}

interface Begun {
  readonly persona: Persona
  readonly scopes: readonly KrrScope[]
  readonly flow: Promise<Flow>
}

/**
 * The tokens of a flow.
 * @throws EvidenceUnavailableError where the library refused its answer, or they are another person's
 */
export const tokensOf = ({ reading, outcome }: Flow): Tokens => {
  if (outcome.granted === undefined)
    throw new EvidenceUnavailableError(
      `login of ${reading.persona}: ID-porten's answer was refused: ${outcome.refusal}`,
      { obstacle: { kind: 'login-answer', step: 'token response' } },
    )
  const { granted } = outcome
  const idToken = granted.idToken ?? ''
  const pid = pidIn(idToken)
  if (isAnother(pid, reading.expectedPid))
    throw new EvidenceUnavailableError(
      `login of ${reading.persona}: the ID token's "pid" is not the test user's, so its tokens are not used`,
      { obstacle: { kind: 'login-answer', step: 'ID token' } },
    )
  const scopes = granted.scope?.split(' ') ?? reading.request.scopes
  return {
    accessToken: granted.accessToken,
    idToken,
    pid,
    refreshToken: granted.refreshToken,
    expiresAt: granted.expiresAt,
    goodUntil: granted.goodUntil,
    granted: krrScopes.filter((scope) => scopes.includes(scope)),
  }
}

/**
 * Misuses a code of a flow of its own: sends it a second time, or sends another with a `code_verifier`
 * that is not its own. The twin is a code exchanged in order beforehand.
 * @throws EvidenceUnavailableError where no code or no token response came
 */
export const misuseCodeOf = async (
  misuse: CodeMisuse['misuse'],
  options: FlowOptions,
): Promise<CodeMisuse> => {
  const inOrder = await runFlow(options)
  const twin = inOrder.reading.token
  const { client } = options
  if (misuse === 'replayed') {
    const { authorization, callback } = inOrder
    const replay = () => exchangeCode(client, authorization, callback)
    // It is spent all the same: a replay whose answer is lost is made again.
    const { exchange } = await replay().catch(replay)
    return { misuse, twin, exchange }
  }
  return withNewCodes(options, async ({ authorization, callback }) => {
    const codeVerifier = randomPKCECodeVerifier()
    client.onSecret('code_verifier', codeVerifier)
    const { exchange } = await exchangeCode(client, { ...authorization, codeVerifier }, callback)
    return { misuse, twin, exchange }
  })
}

interface RelinquishingOptions {
  readonly client: () => Promise<Client>
  /** The refresh tokens that there are by then. */
  readonly tokens: () => ReadonlySet<string>
}

/** An interrupted run has to end in time; what was not revoked by then expires by itself. */
const endsWithinMs = 3_000

/** Revokes refresh tokens when first called: each takes its whole grant with it (RFC 7009, 2.1). */
export const createRelinquishing = ({
  client,
  tokens,
}: RelinquishingOptions): (() => Promise<void>) => {
  let relinquished: Promise<unknown> | undefined
  const revoke = async (): Promise<void> => {
    if (tokens().size === 0) return
    const ready = await client()
    await Promise.allSettled([...tokens()].map((token) => revokeToken(ready, token)))
  }
  return async () => {
    relinquished ??= revoke().catch(() => {})
    await Promise.race([relinquished, wait(endsWithinMs, undefined, { ref: false })])
  }
}
