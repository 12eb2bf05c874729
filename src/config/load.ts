import { isIPv6 } from 'node:net'
import { ConfigurationError } from './configuration-error.ts'
import { type ConfiguredEnvironment, configureEnvironment } from './configured-environment.ts'
import { type Disk, diskAt } from './disk.ts'
import { type Source, sourceAt, sourceOf } from './dotenv.ts'
import type { RunSettings } from './environment.ts'
import { optionsKeptByNpm } from './npm-options.ts'
import { problemSentence, shown } from './problem.ts'
import { readDefaults, readValues } from './read-values.ts'
import { builtIn, canonicalName, environmentNames, keyNameOf } from './registry.ts'
import { type RunValues, runSettings, settings } from './settings.ts'
import { hasKeys, likelyMeant, unknownEnvironment } from './unknown-environment.ts'
import {
  closedAddresses,
  nationalWrites,
  oddTexts,
  otherSeries,
  unreadKeys,
  unreadNumbers,
} from './warnings.ts'

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
const givenSettings = (names: readonly string[], source: Source): readonly GivenSetting[] =>
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

/** The values of the keys that hold for the whole run, defaults filled in, and what is wrong with them. */
const readRunValues = (
  source: Source,
  disk: Disk,
): { readonly values: RunValues; readonly problems: readonly string[] } => {
  // Other programs read these two in lower case as well.
  const lowerCase = new Set(['HTTPS_PROXY', 'NO_PROXY'])
  const get = (key: string): string | undefined =>
    source.get(key) ?? (lowerCase.has(key) ? source.get(key.toLowerCase()) : undefined)
  const origin = { source: { ...source, get }, disk, keyOf: (key: string) => key }
  const given = readValues(runSettings, origin)
  const defaults = readDefaults(runSettings, origin)
  const defaultProblems = [...defaults.problems]
    .filter(([key]) => get(key) === undefined)
    .map(([, problem]) => problem)
  return {
    values: { ...defaults.values, ...given.values },
    problems: [...given.problems.values(), ...defaultProblems],
  }
}

/**
 * NO_PROXY in the one form that requests, TLS handshakes and the browser read alike: a `*` is for all hosts wherever it
 * stands, an IPv6 address has brackets, a name no last dot. This machine is never reached through a proxy: neither what
 * the run starts itself, nor what somebody serves beside it.
 */
const pastProxy = (noProxy = ''): string => {
  const entries = noProxy
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map((entry) => (isIPv6(entry) ? `[${entry}]` : entry.replace(/\.(:\d+)?$/, '$1')))
  return entries.includes('*') ? '*' : [...entries, 'localhost', '127.0.0.1', '[::1]'].join(',')
}

/** The same values under the names that the run knows them by. */
const runSettingsOf = (values: RunValues, disk: Disk, language = values.KRR_LANG): RunSettings => ({
  reportDir: values.KRR_REPORT_DIR ?? disk.resolve(runSettings.KRR_REPORT_DIR.default),
  stateDir: values.KRR_STATE_DIR ?? disk.resolve(runSettings.KRR_STATE_DIR.default),
  stateKey: values.KRR_STATE_KEY,
  signingJwk: values.KRR_SIGNING_JWK && JSON.stringify(values.KRR_SIGNING_JWK),
  browserPath: values.KRR_BROWSER_PATH,
  browserWs: values.KRR_BROWSER_WS,
  runSeconds: values.KRR_RUN_SECONDS ?? Number(runSettings.KRR_RUN_SECONDS.default),
  contact: values.KRR_CONTACT,
  language: language ?? runSettings.KRR_LANG.default,
  receivers: values.KRR_NOTIFY ?? [],
  httpsProxy: values.HTTPS_PROXY,
  noProxy: values.HTTPS_PROXY === undefined ? values.NO_PROXY : pastProxy(values.NO_PROXY),
})

/** What the configuration is loaded from. */
export interface LoadOptions {
  /** The variables; without them those of the process over those of `.env` in `cwd`. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  readonly argv: {
    /** `--env`: comes before `KRR_ENV`. */
    readonly env?: string | undefined
    /** `--lang`: comes before `KRR_LANG`. */
    readonly lang?: string | undefined
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
  const lang = namedLanguage(options.argv.lang, disk)
  const settings = runSettingsOf(run.values, disk, lang.language)
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
    ...lang.problems,
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

const namedLanguage = (option: string | undefined, disk: Disk) => {
  if (option === undefined) return { language: undefined, problems: [] }
  const setting = runSettings.KRR_LANG
  const parsed = setting.form.parse(option.trim(), disk)
  if (parsed.ok) return { language: parsed.value, problems: [] }
  const where = 'give it as --lang nb'
  return {
    language: undefined,
    problems: [problemSentence({ key: '--lang', setting, text: option, where })],
  }
}

const canonicalNames = (names: readonly string[]): readonly string[] => [
  ...new Set(names.map(canonicalName)),
]

// A name of one's own is one for which a key is set; without any it is more likely a slip.
const isMistyped = (name: string, source: Source): boolean =>
  builtIn(name) === undefined && !hasKeys(name, source) && likelyMeant(name) !== undefined
