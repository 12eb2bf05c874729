import { hostName, isLoopback, loginHosts } from './address.ts'
import { ConfigurationError } from './configuration-error.ts'
import type { Draft } from './draft.ts'
import {
  type ClientAuthentication,
  type Environment,
  type PersonaName,
  personaNames,
  userScopes,
} from './environment.ts'
import {
  type EnvironmentKey,
  type EnvironmentValues,
  environmentSettings,
} from './environment-settings.ts'
import { isSynthetic } from './personidentifikator.ts'
import { problemSentence } from './problem.ts'
import { keyNameOf } from './registry.ts'

/** A sentence for each setting that is well formed but refused in this environment. */
export const refusedSettings = (draft: Draft, browserWs: string | undefined): readonly string[] => [
  ...testLoginInProduction(draft),
  ...realPersonInTest(draft),
  ...codeThroughRemoteBrowser(draft, browserWs),
]

// MinID exists in production too, but there it is a real person's.
const testLoginInProduction = ({ production, values, keys, where }: Draft): readonly string[] => {
  if (!production || values.LOGIN === undefined || values.LOGIN === 'operator') return []
  return [
    `${keys.LOGIN} must be operator against production, but is "${values.LOGIN}"; ${where(keys.LOGIN)}`,
  ]
}

const realPersonInTest = (draft: Draft): readonly string[] => {
  const { production, values, given, keys, where } = draft
  // Without its address it is not known whether this is production.
  if (production || values.API_URL === undefined || values.ISSUER === undefined) return []
  return numberKeys
    .filter((key) => given[key] !== undefined && !isSynthetic(given[key]))
    .map(
      (key) =>
        `${keys[key]} must be a synthetic personidentifikator (month + 80, or + 20, 40, 65) against the test issuer ${hostName(values.ISSUER ?? '')}, but is not synthetic; ${where(keys[key])}`,
    )
}

const numberKeys = [
  'PID',
  ...personaNames.map((persona) => `PID_${persona}` as const),
] as const satisfies readonly EnvironmentKey[]

// In a browser that is not launched here, the redirect's host cannot be made unresolvable.
const codeThroughRemoteBrowser = (draft: Draft, browserWs: string | undefined) => {
  const { values, keys, where } = draft
  if (browserWs === undefined || values.LOGIN === 'headless') return []
  if (values.REDIRECT_URI === undefined || isLoopback(values.REDIRECT_URI)) return []
  return [
    `${keys.REDIRECT_URI} must be on loopback while KRR_BROWSER_WS is set, but is on ${hostName(values.REDIRECT_URI)}: a remote browser would deliver the code there; ${where(keys.REDIRECT_URI)}`,
  ]
}

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

/** A sentence for each key that this environment cannot do without and that is not set. */
export const missingSettings = (draft: Draft): readonly string[] => [
  ...requiredKeys(draft)
    .filter((key) => draft.values[key] === undefined && !draft.malformed.has(key))
    .map((key) => missingSentence(draft, key)),
  ...clientAuthenticationTrouble(draft),
]

const requiredKeys = ({ values, malformed }: Draft): readonly EnvironmentKey[] => {
  const login = malformed.has('LOGIN') ? undefined : values.LOGIN
  return [
    'API_URL',
    'ISSUER',
    'CLIENT_ID',
    'REDIRECT_URI',
    ...(login === undefined || login === 'operator' ? [] : (['PID'] as const)),
    ...(login === 'minid' ? (['MINID_PASSWORD', 'MINID_OTC'] as const) : []),
  ]
}

const missingSentence = ({ keys, where }: Draft, key: EnvironmentKey): string =>
  problemSentence({
    key: keys[key],
    setting: environmentSettings[key],
    text: undefined,
    where: where(keys[key]),
  })

const clientAuthenticationTrouble = (draft: Draft): readonly string[] => {
  const { keys, values, given, malformed, where } = draft
  const either = `${keys.CLIENT_SECRET} or ${keys.CLIENT_JWK}`
  if (given.CLIENT_SECRET !== undefined && given.CLIENT_JWK !== undefined) {
    return [`${either} must be set, not both of them; remove one of them`]
  }
  if (malformed.has('CLIENT_SECRET') || malformed.has('CLIENT_JWK')) return []
  if (values.CLIENT_SECRET !== undefined || values.CLIENT_JWK !== undefined) return []
  const { accepts } = environmentSettings.CLIENT_JWK.form
  return [
    `${either} must be set (the client's secret, or ${accepts}), but neither is; ${where(keys.CLIENT_SECRET)}`,
  ]
}
