import { isProduction } from './address.ts'
import type { EnvironmentKey, EnvironmentValues } from './environment-settings.ts'
import type { BuiltInEnvironment } from './registry.ts'
import { type EnvironmentKeys, environmentKeys } from './settings.ts'

/** What is known of one environment, layer by layer, before it is judged. */
export interface Layers {
  readonly name: string
  /** The table's defaults. */
  readonly defaults: EnvironmentValues
  readonly builtIn: BuiltInEnvironment | undefined
  /** What a started reference environment told of itself. */
  readonly started?: EnvironmentValues | undefined
  /** What the user set. */
  readonly given: EnvironmentValues
  /** Keys that are set but malformed: they have had their sentence. */
  readonly malformed: ReadonlySet<EnvironmentKey>
  readonly where: (key: string) => string
}

/** One environment with its defaults filled in, complete or not. */
export interface Draft extends Layers {
  readonly keys: EnvironmentKeys
  readonly production: boolean
  readonly values: EnvironmentValues
}

// A person has to log in there, and no redirect URI can be guessed.
const productionDefaults: EnvironmentValues = {
  LOGIN: 'operator',
  REDIRECT_URI: undefined,
  ALLOW_WRITE: false,
}

/** Lays what the user set over what was started, what is built in and the defaults. */
export const draftOf = (layers: Layers): Draft => {
  const { builtIn, started, given } = layers
  const addresses = { ...builtIn?.defaults, ...started, ...given }
  const production = isProduction(addresses.API_URL, addresses.ISSUER)
  return {
    ...layers,
    keys: environmentKeys(layers.name),
    production,
    values: {
      ...layers.defaults,
      ...builtIn?.defaults,
      ...(production ? productionDefaults : {}),
      ...started,
      ...given,
    },
  }
}
