import { type EnvironmentKey, environmentSettings } from './environment-settings.ts'
import { keyNameOf } from './names.ts'
import { canonicalName } from './registry.ts'
import { runSettings } from './run-settings.ts'
import type { Setting } from './setting.ts'

/** A key of the configuration with all that is known of it: a line of `krr doctor` or of a document. */
export interface SettingRow extends Setting<unknown> {
  /** `KRR_ENV`, or the pattern `KRR_<NAME>_API_URL`. */
  readonly key: string
  readonly scope: 'run' | 'environment'
}

/** Every key of the configuration, in the order of the documents. */
export const settings: readonly SettingRow[] = [
  ...Object.entries<Setting<unknown>>(runSettings).map(
    ([key, setting]): SettingRow => ({ ...setting, key, scope: 'run' }),
  ),
  ...Object.entries<Setting<unknown>>(environmentSettings).map(
    ([key, setting]): SettingRow => ({
      ...setting,
      key: `KRR_<NAME>_${key}`,
      scope: 'environment',
    }),
  ),
]

/** The whole keys of one environment, by their short names: `PID_RESERVED` is `KRR_TEST_PID_RESERVED`. */
export type EnvironmentKeys = Readonly<Record<EnvironmentKey, string>>

/** The whole keys of the environment; an alias has those of the environment it stands for. */
export const environmentKeys = (name: string): EnvironmentKeys => {
  const prefix = `KRR_${keyNameOf(canonicalName(name))}_`
  const keys = environmentKeyNames.map((key) => [key, `${prefix}${key}`] as const)
  // Object.fromEntries forgets the keys' union.
  return Object.fromEntries(keys) as EnvironmentKeys
}

/** The short names of an environment's keys, in the order of the documents. */
export const environmentKeyNames = Object.keys(environmentSettings) as readonly EnvironmentKey[]
