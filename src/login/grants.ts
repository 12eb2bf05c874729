import { type KrrScope, krrScopes, type Persona } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import type { Client } from '../oidc/client.ts'
import { refreshTokens } from '../oidc/token-request.ts'
import type { Flow } from './flow.ts'
import { grantKey, type HeldTokens, holdTokens } from './held-tokens.ts'
import { isAnother, pidIn, refreshed } from './refreshed-tokens.ts'
import type { HeldGrant, Tokens } from './session.ts'

/** The flows of a session, one for each persona and combination of scopes, and their tokens. */
export interface Grants extends Pick<HeldTokens, 'tokens'> {
  flow(persona: Persona, scopes: readonly KrrScope[]): Promise<Flow>
  /** The main person's grants, with the refresh tokens that are good now. */
  heldByMain(): Promise<readonly HeldGrant[]>
}

export interface GrantsOptions {
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
    )
  const { granted } = outcome
  const idToken = granted.idToken ?? ''
  const pid = pidIn(idToken)
  if (isAnother(pid, reading.expectedPid))
    throw new EvidenceUnavailableError(
      `login of ${reading.persona}: the ID token's "pid" is not the test user's, so its tokens are not used`,
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
