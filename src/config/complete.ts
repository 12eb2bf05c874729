import { loginHosts } from './address.ts'
import { ConfigurationError } from './configuration-error.ts'
import type { Draft } from './draft.ts'
import {
  type ClientAuthentication,
  type Environment,
  type PersonaName,
  userScopes,
} from './environment.ts'
import type { EnvironmentKey, EnvironmentValues } from './environment-settings.ts'
import { keyNameOf } from './names.ts'
import { personaNames } from './refusals.ts'

/** What the command line says of writing. */
export interface WriteFlags {
  readonly noWrite: boolean
  readonly confirmNationalRegister: boolean
}

/**
 * The environment of a draft whose settings were found complete and allowed.
 * @throws ConfigurationError where one that is needed is missing after all
 */
export const environmentOf = (draft: Draft, flags: WriteFlags): Environment => {
  const { values } = draft
  const refusal = writeRefusal(draft, flags)
  const login = needed(draft, 'LOGIN')
  return {
    name: draft.name,
    keyName: keyNameOf(draft.name),
    production: draft.production,
    apiUrl: needed(draft, 'API_URL'),
    issuer: needed(draft, 'ISSUER'),
    specUrl: values.SPEC_URL,
    clientId: needed(draft, 'CLIENT_ID'),
    clientAuthentication: clientAuthentication(draft),
    clientSecretExpires: values.CLIENT_SECRET_EXPIRES,
    redirectUri: needed(draft, 'REDIRECT_URI'),
    pid: login === 'operator' ? undefined : needed(draft, 'PID'),
    expect: needed(draft, 'EXPECT'),
    scopes: userScopes.filter((scope) => needed(draft, 'SCOPES').includes(scope)),
    spraak: values.SPRAAK,
    personas: personasOf(values),
    login,
    minid:
      values.MINID_PASSWORD === undefined || values.MINID_OTC === undefined
        ? undefined
        : { password: values.MINID_PASSWORD, oneTimeCode: values.MINID_OTC },
    acrValues: needed(draft, 'ACR').join(' '),
    loginHosts: loginHosts(needed(draft, 'ISSUER'), values.LOGIN_HOSTS ?? []),
    stepSeconds: needed(draft, 'STEP_SECONDS'),
    allowWrite: refusal === undefined,
    writeRefusal: refusal,
    ca: values.CA?.join('\n'),
    trustAnchors: values.TRUST_ANCHORS ?? [],
    jwsPin: values.JWS_PIN,
    jwsOrgnr: needed(draft, 'JWS_ORGNR'),
    expiryWaitSeconds: needed(draft, 'EXPIRY_WAIT_SECONDS'),
    maxRequestsPerSecond: values.MAX_REQUESTS_PER_SECOND,
  }
}

const needed = <Key extends EnvironmentKey>(
  { values, keys, where }: Draft,
  key: Key,
): NonNullable<EnvironmentValues[Key]> => {
  const value = values[key]
  if (value === undefined || value === null) {
    throw new ConfigurationError([`${keys[key]} must be set, but is not; ${where(keys[key])}`])
  }
  return value
}

// A key of the user's own stands before a secret that came with a started environment.
const clientAuthentication = (draft: Draft): ClientAuthentication =>
  draft.values.CLIENT_JWK === undefined
    ? { method: 'client_secret', secret: needed(draft, 'CLIENT_SECRET') }
    : { method: 'private_key_jwt', jwk: draft.values.CLIENT_JWK }

const personasOf = (values: EnvironmentValues): Partial<Record<PersonaName, string>> =>
  Object.fromEntries(
    personaNames.flatMap((persona) => {
      const number = values[`PID_${persona}`]
      return number === undefined ? [] : [[persona, number] as const]
    }),
  )

const writeRefusal = (draft: Draft, flags: WriteFlags): string | undefined => {
  const { keys, values, production } = draft
  if (flags.noWrite) return '--no-write is on the command line, or KRR_NO_WRITE is true'
  if (values.ALLOW_WRITE !== true) return `${keys.ALLOW_WRITE} is not true`
  if (production && !flags.confirmNationalRegister) {
    return `${keys.ALLOW_WRITE} is true, but --confirm-national-register is not on the command line`
  }
  return undefined
}
