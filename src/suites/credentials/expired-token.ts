import type { ExpiredUse, Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { EvidenceUnavailableError } from '../../evidence/unavailable.ts'
import { bearer } from '../../krr/person-api.ts'
import { leewayMs } from '../../rules/auth/004-expired-tokens-are-refused.ts'
import { isLetIn } from '../../rules/auth/let-in.ts'
import type { World } from '../world.ts'

/** So long is waited whatever the settings say: the tokens of the embedded environment live for a second. */
const briefMs = 1_500
/** Past the leeway by more than a clock is read wrong. */
const marginMs = 1_000

/**
 * Uses a token as soon as it has expired, and where it was let in within the leeway once more after that, as far as
 * `EXPIRY_WAIT_SECONDS` allows.
 * @throws EvidenceUnavailableError where it allows no judgement
 */
export const useWhenExpired = async (
  world: World,
  use: (authorization: string) => Promise<Refusal | RefusedWrite>,
): Promise<ExpiredUse> => {
  const { expiryWaitSeconds, keyName } = world.target.environment
  const { accessToken, expiresAt } = await world.main.tokensToExpire()
  world.masker.vault.learn('access token', accessToken)
  const patienceMs = Math.max(briefMs, expiryWaitSeconds * 1_000)
  const deadline = (await world.main.waitUntil(0)) + patienceMs

  const useAt = async (time: number, otherwise: string): Promise<ExpiredUse> => {
    if (time > deadline) {
      const seconds = Math.ceil((time - deadline + patienceMs) / 1_000)
      throw new EvidenceUnavailableError(
        `${otherwise}; KRR_${keyName}_EXPIRY_WAIT_SECONDS=${seconds} would wait for it`,
        { verdict: 'not-exercised' },
      )
    }
    const now = await world.main.waitUntil(time)
    return { ...(await use(bearer(accessToken))), lateByMs: now - expiresAt }
  }

  const first = await useAt(expiresAt, 'the token has not expired yet')
  if (!isLetIn(first) || first.lateByMs > leewayMs) return first
  return useAt(
    expiresAt + leewayMs + marginMs,
    `accepted ${Math.floor(first.lateByMs / 1_000)} s after its expiry, which is within the leeway of ${leewayMs / 1_000} s`,
  )
}
