import { ConfigurationError } from './configuration-error.ts'
import { type ConfiguredEnvironment, configureEnvironment } from './configured-environment.ts'
import { type Disk, diskAt } from './disk.ts'
import type { RunSettings } from './environment.ts'
import { type GivenSetting, givenSettings } from './given-settings.ts'
import { environmentNames } from './names.ts'
import { optionsKeptByNpm } from './npm-options.ts'
import { problemSentence } from './problem.ts'
import { builtIn, canonicalName } from './registry.ts'
import { type RunValues, runSettings } from './run-settings.ts'
import { readRunValues, runSettingsOf } from './run-values.ts'
import { type Source, sourceAt, sourceOf } from './source.ts'
import { hasKeys, likelyMeant, unknownEnvironment } from './unknown-environment.ts'
import {
  closedAddresses,
  nationalWrites,
  oddTexts,
  otherSeries,
  unreadKeys,
  unreadNumbers,
} from './warnings.ts'

/** What the configuration is loaded from. */
export interface LoadOptions {
  /** The variables; without them those of the process over those of `.env` in `cwd`. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  readonly argv: {
    /** `--env`: comes before `KRR_ENV`. */
    readonly env?: string | undefined
    readonly noWrite?: boolean | undefined
    readonly confirmNationalRegister?: boolean | undefined
  }
  /** The folder that relative paths count from; without it the process's own. */
  readonly cwd?: string | undefined
}

/** The whole configuration of a run. Secrets are in it. */
export interface LoadedConfiguration {
  readonly settings: RunSettings
  /** In the order in which they were named, each once. */
  readonly environments: readonly ConfiguredEnvironment[]
  /** What is odd but stops nothing, one line each, without values. */
  readonly warnings: readonly string[]
  /** What is set for the run and these environments, in the order of the documents. */
  readonly given: () => readonly GivenSetting[]
}

/**
 * Reads and judges every setting before anything is contacted or written. What concerns one environment
 * alone makes that one unusable.
 * @throws ConfigurationError with all problems, where one of them concerns the whole run
 */
export const loadConfiguration = (options: LoadOptions): LoadedConfiguration => {
  const cwd = options.cwd ?? process.cwd()
  const source = options.env === undefined ? sourceAt(cwd, process.env) : sourceOf(options.env)
  const disk = diskAt(cwd)
  const keptByNpm = options.env === undefined ? optionsKeptByNpm(process.env) : []
  const run = readRunValues(source, disk)
  const named = namedEnvironments(options.argv.env, run.values, disk)
  const settings = runSettingsOf(run.values, disk)
  const environments = named.names.map((name) =>
    configureEnvironment(name, {
      source,
      disk,
      stateDir: settings.stateDir,
      browserWs: settings.browserWs,
      flags: {
        noWrite: options.argv.noWrite === true || run.values.KRR_NO_WRITE === true,
        confirmNationalRegister: options.argv.confirmNationalRegister ?? false,
      },
    }),
  )
  const mistyped = named.names.filter((name) => isMistyped(name, source))
  const [first, ...rest] = [
    ...keptByNpm,
    ...run.problems,
    ...named.problems,
    ...mistyped.map(unknownEnvironment),
  ]
  if (first !== undefined) {
    const others = environments.flatMap((environment) =>
      environment.kind === 'unusable' && !mistyped.includes(environment.name)
        ? environment.problems
        : [],
    )
    throw new ConfigurationError([first, ...rest, ...others])
  }
  const warnings = [
    ...source.warnings,
    ...unreadKeys(named.names, source),
    ...oddTexts(named.names, source),
    ...unreadNumbers(environments, source),
    ...closedAddresses(environments),
    ...otherSeries(environments),
    ...nationalWrites(environments),
  ]
  return { settings, environments, warnings, given: () => givenSettings(named.names, source) }
}

const namedEnvironments = (option: string | undefined, { KRR_ENV }: RunValues, disk: Disk) => {
  if (option === undefined) return { names: canonicalNames(KRR_ENV ?? []), problems: [] }
  const parsed = environmentNames.parse(option.trim(), disk)
  if (parsed.ok) return { names: canonicalNames(parsed.value), problems: [] }
  const where = 'give it as --env test,prod'
  const setting = runSettings.KRR_ENV
  return { names: [], problems: [problemSentence({ key: '--env', setting, text: option, where })] }
}

const canonicalNames = (names: readonly string[]): readonly string[] => [
  ...new Set(names.map(canonicalName)),
]

// A name of one's own is one for which a key is set; without any it is more likely a slip.
const isMistyped = (name: string, source: Source): boolean =>
  builtIn(name) === undefined && !hasKeys(name, source) && likelyMeant(name) !== undefined
