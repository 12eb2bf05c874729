import type { Environment, RunSettings } from '../config/environment.ts'
import type { Persona } from '../evidence/person-reading.ts'
import type { OnSecret } from '../oidc/client-authentication.ts'

export interface ConfiguredSecrets {
  readonly environment: Pick<Environment, 'clientAuthentication' | 'minid'>
  readonly settings: Pick<RunSettings, 'httpsProxy' | 'browserWs'>
  readonly pids: Readonly<Partial<Record<Persona, string>>>
  readonly onSecret: OnSecret
}

/** Makes known what the configuration holds of secrets and persons, before anything is sent. */
export const learnConfigured = (configured: ConfiguredSecrets): void => {
  const { environment, settings, pids, onSecret } = configured
  for (const pid of Object.values(pids)) onSecret('pid', pid)
  const { clientAuthentication: client, minid } = environment
  if (client.method === 'client_secret') onSecret('client secret', client.secret)
  else if (typeof client.jwk['d'] === 'string') onSecret('private key', client.jwk['d'])
  if (minid !== undefined) {
    onSecret('password', minid.password)
    onSecret('one-time code', minid.oneTimeCode)
  }
  for (const address of [settings.httpsProxy, settings.browserWs])
    if (address !== undefined && URL.canParse(address)) learnAddress(new URL(address), onSecret)
}

/** Remote browsers take their credentials as user info or as a query parameter. */
const learnAddress = ({ username, password, searchParams }: URL, onSecret: OnSecret): void => {
  for (const part of [username, password])
    if (part !== '') onSecret('credentials', decodeURIComponent(part))
  for (const value of searchParams.values()) if (value !== '') onSecret('credentials', value)
}
