import type { SilentAttempt } from '../evidence/login.ts'
import { fieldLines } from '../evidence/message.ts'
import type { KrrScope } from '../evidence/person-reading.ts'
import type { Send } from '../evidence/transport.ts'
import { prepareAuthorization } from '../oidc/authorization-request.ts'
import type { Client } from '../oidc/client.ts'
import { learnParameters } from '../oidc/secrets.ts'
import { createCookieJar } from './cookie-jar.ts'

/**
 * Asks for a code with `prompt=none` where nobody is logged in: one plain request without a cookie, whose answer
 * is not followed.
 * @throws EvidenceUnavailableError where nothing answers
 */
export const attemptSilently = async (
  client: Client,
  send: Send,
  scopes: readonly KrrScope[],
): Promise<SilentAttempt> => {
  const { url, request } = await prepareAuthorization(client, {
    scopes,
    prompt: 'none',
    loginHint: undefined,
  })
  const exchange = await send('authorization request, prompt=none without a login', {
    method: 'GET',
    url,
    fields: [['accept', 'text/html']],
  })
  // What is kept for nobody is a secret all the same: the redirect may carry it too.
  createCookieJar(client.onSecret).keep(url, exchange.response)
  for (const location of fieldLines(exchange.response, 'location')) {
    if (URL.canParse(location, url)) {
      learnParameters(new URL(location, url).searchParams, client.onSecret)
    }
  }
  return { request, exchange }
}
