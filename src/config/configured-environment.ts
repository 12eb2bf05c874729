import { environmentOf, missingSettings, refusedSettings, type WriteFlags } from './complete.ts'
import { ConfigurationError } from './configuration-error.ts'
import type { Disk } from './disk.ts'
import type { Source } from './dotenv.ts'
import { draftOf, type Layers } from './draft.ts'
import { type EmbeddedOverrides, startedKeys, startedValues } from './embedded.ts'
import type { Environment } from './environment.ts'
import { type EnvironmentValues, environmentSettings } from './environment-settings.ts'
import { processRefusals } from './process-guards.ts'
import { readDefaults, readValues } from './read-values.ts'
import { builtIn } from './registry.ts'
import { readSandboxFile } from './sandbox-file.ts'
import { type EnvironmentKeys, environmentKeys } from './settings.ts'
import { closedEnvironment, hasKeys, unknownEnvironment } from './unknown-environment.ts'

/** One environment of the run: ready, ready once it has started, or not to be used and why. */
export type ConfiguredEnvironment =
  | { readonly kind: 'ready'; readonly environment: Environment }
  | { readonly kind: 'embedded'; readonly name: 'reference'; readonly overrides: EmbeddedOverrides }
  | {
      readonly kind: 'unusable'
      readonly name: string
      readonly problems: readonly [string, ...string[]]
    }

/** What an environment is configured from, the same for all of a run. */
interface Surroundings {
  readonly source: Source
  readonly disk: Disk
  readonly stateDir: string
  readonly browserWs: string | undefined
  readonly flags: WriteFlags
}

/** Reads and judges all settings of the environment of that canonical name. Nothing is contacted. */
export const configureEnvironment = (
  name: string,
  surroundings: Surroundings,
): ConfiguredEnvironment => {
  const { source } = surroundings
  const known = builtIn(name)
  const unusable = (problems: readonly string[]) => unusableFor(name, problems)
  if (known === undefined && !hasKeys(name, source)) return unusable([unknownEnvironment(name)])
  const closed = known && closedEnvironment(known, source)
  if (closed !== undefined) return unusable([closed])

  const { layers, malformed } = layersOf(name, surroundings)
  if (known?.kind === 'embedded') {
    const problems = [...malformed, ...misplacedKeys(layers, environmentKeys(name))]
    const overrides = { layers, browserWs: surroundings.browserWs, ...surroundings.flags }
    return problems.length > 0
      ? unusable(problems)
      : { kind: 'embedded', name: 'reference', overrides }
  }
  if (known?.kind !== 'sandbox') return judged(layers, malformed, surroundings)
  const started = startedSandbox(surroundings.stateDir)
  return 'problems' in started
    ? unusable([...malformed, ...started.problems])
    : judged({ ...layers, started: started.values }, malformed, surroundings)
}

const unusableFor = (name: string, problems: readonly string[]): ConfiguredEnvironment => {
  const [first = `environment "${name}" cannot be used`, ...rest] = problems
  return { kind: 'unusable', name, problems: [first, ...rest] }
}

const layersOf = (name: string, { source, disk }: Surroundings) => {
  const prefix = environmentKeys(name).API_URL.replace(/API_URL$/, '')
  const origin = { source, disk, keyOf: (key: string) => `${prefix}${key}` }
  const { values: given, problems } = readValues(environmentSettings, origin)
  const layers: Layers = {
    name,
    defaults: readDefaults(environmentSettings, origin).values,
    builtIn: builtIn(name),
    given,
    malformed: new Set(problems.keys()),
    where: source.where,
  }
  return { layers, malformed: [...problems.values()] }
}

const judged = (
  layers: Layers,
  malformed: readonly string[],
  { source, browserWs, flags }: Surroundings,
): ConfiguredEnvironment => {
  const draft = draftOf(layers)
  const { API_URL, ISSUER, SPEC_URL } = draft.values
  const problems = [
    ...malformed,
    ...missingSettings(draft),
    ...refusedSettings(draft, browserWs),
    ...processRefusals(source, [API_URL, ISSUER, SPEC_URL]),
  ]
  if (problems.length > 0) return unusableFor(layers.name, problems)
  return { kind: 'ready', environment: environmentOf(draft, flags) }
}

const misplacedKeys = ({ given }: Layers, keys: EnvironmentKeys): readonly string[] =>
  startedKeys
    .filter((key) => given[key] !== undefined)
    .map(
      (key) =>
        `${keys[key]} must not be set: the run starts the reference environment and knows this itself; remove it, or give an environment another name in KRR_ENV`,
    )

const startedSandbox = (
  stateDir: string,
): { readonly values: EnvironmentValues } | { readonly problems: readonly string[] } => {
  try {
    return { values: startedValues(readSandboxFile(stateDir)) }
  } catch (error) {
    if (error instanceof ConfigurationError) return { problems: error.problems }
    throw error
  }
}
