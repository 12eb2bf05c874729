import { hostName, isLoopback } from './address.ts'
import type { Draft } from './draft.ts'
import type { PersonaName } from './environment.ts'
import type { EnvironmentKey } from './environment-settings.ts'
import { isSynthetic } from './personidentifikator.ts'

/** The test users by state, in the order of their keys. */
export const personaNames = [
  'RESERVED',
  'DELETED',
  'EXPIRED',
  'UNREGISTERED',
  'MAIL_ONLY',
  'MOBILE_ONLY',
  'NO_MAILBOX',
] as const satisfies readonly PersonaName[]

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
