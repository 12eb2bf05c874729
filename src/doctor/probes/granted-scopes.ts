import type { Environment } from '../../config/environment.ts'
import type { KrrScope } from '../../evidence/person-reading.ts'
import type { Send } from '../../evidence/transport.ts'
import { runFlow } from '../../login/flow.ts'
import { tokensOf } from '../../login/grants.ts'
import { headlessLogin } from '../../login/headless-login.ts'
import type { Client } from '../../oidc/client.ts'
import { revokeToken } from '../../oidc/revocation-request.ts'

/**
 * Logs the test user in by `login_hint`, which shows no page and enters nothing, reads the scopes that were granted
 * and revokes the tokens. The person API is not asked.
 * @throws EvidenceUnavailableError where the login does not come about
 */
export const grantedScopes = async (
  environment: Environment,
  client: Client,
  send: Send,
): Promise<readonly KrrScope[]> => {
  const pid = environment.pid ?? ''
  const driver = headlessLogin({
    environment,
    send,
    onSecret: client.onSecret,
    pidOf: () => pid,
  })
  const flow = await runFlow({
    client,
    driver,
    persona: 'MAIN',
    expectedPid: environment.pid,
    scopes: environment.scopes,
  })
  const { granted, refreshToken, accessToken } = tokensOf(flow)
  await revokeToken(client, refreshToken ?? accessToken).catch(() => {})
  return granted
}
