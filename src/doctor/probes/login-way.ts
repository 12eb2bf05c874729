import { stringAt } from '../../evidence/json.ts'
import { contentJson, fieldValue } from '../../evidence/message.ts'
import type { KrrScope } from '../../evidence/person-reading.ts'
import type { Send } from '../../evidence/transport.ts'
import { isRedirectTo } from '../../login/redirects.ts'
import { attemptSilently } from '../../login/silent-attempt.ts'
import type { Client } from '../../oidc/client.ts'
import { probeClient } from '../../oidc/client-probe.ts'
import { errorCode } from '../../oidc/refusal.ts'
import type { ClientReading } from '../examinations/client.ts'
import type { AuthorizationReading } from '../examinations/redirect-uri.ts'
import { outcomeOf } from './outcome.ts'

/** What the token endpoint says to the client. */
export const askTokenEndpoint = async (client: Client): Promise<ClientReading['outcome']> => {
  const asked = await outcomeOf(probeClient(client))
  if ('trouble' in asked) return asked.trouble
  const { response } = asked.value
  const error = stringAt(contentJson(response), 'error')
  return { status: response.status, error: error === undefined ? '' : errorCode(error) }
}

/** What the authorization endpoint says to a request of nobody for all scopes that the client is declared to have. */
export const askAuthorizationEndpoint = async (
  client: Client,
  send: Send,
  scopes: readonly KrrScope[],
): Promise<AuthorizationReading['outcome']> => {
  const asked = await outcomeOf(attemptSilently(client, send, scopes))
  if ('trouble' in asked) return { kind: 'trouble', says: asked.trouble }
  const { request, response } = asked.value.exchange
  const location = fieldValue(response, 'location')
  if (location === undefined || !URL.canParse(location, request.url)) {
    return { kind: 'page', status: response.status }
  }
  const callback = new URL(location, request.url)
  if (!isRedirectTo(client.environment.redirectUri, callback)) {
    return { kind: 'page', status: response.status }
  }
  return { kind: 'redirected', error: errorCode(callback.searchParams.get('error') ?? '') }
}
