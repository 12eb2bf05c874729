import type { Draft } from './draft.ts'
import { type EnvironmentKey, environmentSettings } from './environment-settings.ts'
import { problemSentence } from './problem.ts'

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
