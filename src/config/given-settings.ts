import { keyNameOf } from './names.ts'
import { shown } from './problem.ts'
import { settings } from './settings.ts'
import type { Source } from './source.ts'

/** A setting that somebody set, as it may be shown. */
export interface GivenSetting {
  /** The whole key: `KRR_TEST_CLIENT_ID`. */
  readonly key: string
  /** The environment that it is about; undefined: the whole run. */
  readonly environment: string | undefined
  readonly place: 'process environment' | '.env'
  /** The value in quotes; of a secret or a person its length. */
  readonly value: string
}

/** The settings that are set for the run and the environments of those canonical names. */
export const givenSettings = (names: readonly string[], source: Source): readonly GivenSetting[] =>
  [undefined, ...names].flatMap((environment) =>
    settings
      .filter(({ scope }) => (environment === undefined) === (scope === 'run'))
      .flatMap((setting) => {
        const key = setting.key.replace('<NAME>', keyNameOf(environment ?? ''))
        const [text, place] = [source.get(key), source.placeOf(key)]
        if (text === undefined || place === undefined) return []
        return [{ key, environment, place, value: shown(text, setting) }]
      }),
  )
