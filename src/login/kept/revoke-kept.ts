import type { Environment } from '../../config/environment.ts'
import type { Send } from '../../evidence/transport.ts'
import { createClient } from '../../oidc/client.ts'
import { discoverProvider } from '../../oidc/provider.ts'
import { revokeToken } from '../../oidc/token-request.ts'
import type { KeptLogin } from './kept-logins.ts'

/**
 * Revokes the grants of a kept login without using them, and says of how many that was heard.
 * @throws EvidenceUnavailableError where the provider does not answer
 */
export const revokeKept = async (
  { grants }: KeptLogin,
  { environment, send }: { readonly environment: Environment; readonly send: Send },
): Promise<{ readonly revoked: number }> => {
  const onSecret = () => {}
  const provider = await discoverProvider({ ...environment, send, onSecret })
  const client = await createClient({ environment, provider, send, onSecret })
  const answers = await Promise.allSettled(
    grants.map(({ refreshToken }) => revokeToken(client, refreshToken)),
  )
  const taken = answers.filter(
    (answer) => answer.status === 'fulfilled' && answer.value.response.status === 200,
  )
  return { revoked: taken.length }
}
