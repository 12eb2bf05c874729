import { environmentOf, missingSettings, refusedSettings, type WriteFlags } from './complete.ts'
import { ConfigurationError } from './configuration-error.ts'
import { draftOf, type Layers } from './draft.ts'
import { type Environment, personaNames } from './environment.ts'
import type { EnvironmentKey, EnvironmentValues } from './environment-settings.ts'
import { pemCertificates } from './forms.ts'
import type { SandboxFile } from './sandbox-file.ts'

/** What the user set for the environment that the run starts itself; kept until it has started. */
export interface EmbeddedOverrides extends WriteFlags {
  readonly layers: Layers
  readonly browserWs: string | undefined
}

/** Keys that mean nothing where the run starts the environment and knows them itself. */
export const startedKeys = [
  'API_URL',
  'ISSUER',
  'SPEC_URL',
  'CLIENT_ID',
  'CLIENT_SECRET',
  'CLIENT_JWK',
  'REDIRECT_URI',
] as const satisfies readonly EnvironmentKey[]

/**
 * The reference environment as the run needs it, once it has started and told of itself.
 * @throws ConfigurationError where the user's settings do not fit what was started
 */
export const completeEmbedded = (
  { layers, browserWs, ...flags }: EmbeddedOverrides,
  started: SandboxFile,
): Environment => {
  const draft = draftOf({ ...layers, started: startedValues(started) })
  const [first, ...rest] = [...missingSettings(draft), ...refusedSettings(draft, browserWs)]
  if (first !== undefined) throw new ConfigurationError([first, ...rest])
  return environmentOf(draft, flags)
}

/** What a started reference environment tells of itself, by the keys it stands for. */
export const startedValues = (started: SandboxFile): EnvironmentValues => ({
  API_URL: started.apiUrl,
  ISSUER: started.issuer,
  SPEC_URL: started.specUrl,
  CLIENT_ID: started.client.id,
  CLIENT_SECRET: started.client.secret,
  REDIRECT_URI: started.redirectUri,
  ...(started.loginHosts === undefined ? {} : { LOGIN_HOSTS: started.loginHosts }),
  ...(started.scopes === undefined ? {} : { SCOPES: started.scopes }),
  CA: pemCertificates(started.ca) ?? [],
  TRUST_ANCHORS: pemCertificates(started.trustAnchor) ?? [],
  PID: started.people.MAIN,
  ...Object.fromEntries(
    personaNames.map((persona) => [`PID_${persona}`, started.people[persona]] as const),
  ),
  ...(started.minid === undefined
    ? {}
    : { MINID_PASSWORD: started.minid.password, MINID_OTC: started.minid.oneTimeCode }),
})
