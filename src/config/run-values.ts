import type { Disk } from './disk.ts'
import type { RunSettings } from './environment.ts'
import { readDefaults, readValues } from './read-values.ts'
import { type RunValues, runSettings } from './run-settings.ts'
import type { Source } from './source.ts'

/** The values of the keys that hold for the whole run, defaults filled in, and what is wrong with them. */
export const readRunValues = (
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

/** This machine is never reached through a proxy: what the run starts itself, and what somebody serves beside it. */
const pastProxy = (noProxy: string | undefined): string =>
  [...(noProxy === undefined ? [] : [noProxy]), 'localhost', '127.0.0.1', '[::1]'].join(',')

/** The same values under the names that the run knows them by. */
export const runSettingsOf = (values: RunValues, disk: Disk): RunSettings => ({
  reportDir: values.KRR_REPORT_DIR ?? disk.resolve(runSettings.KRR_REPORT_DIR.default),
  stateDir: values.KRR_STATE_DIR ?? disk.resolve(runSettings.KRR_STATE_DIR.default),
  stateKey: values.KRR_STATE_KEY,
  signingJwk: values.KRR_SIGNING_JWK && JSON.stringify(values.KRR_SIGNING_JWK),
  browserPath: values.KRR_BROWSER_PATH,
  browserWs: values.KRR_BROWSER_WS,
  runSeconds: values.KRR_RUN_SECONDS ?? Number(runSettings.KRR_RUN_SECONDS.default),
  contact: values.KRR_CONTACT,
  httpsProxy: values.HTTPS_PROXY,
  noProxy: values.HTTPS_PROXY === undefined ? values.NO_PROXY : pastProxy(values.NO_PROXY),
})
