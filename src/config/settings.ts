import { contactAddress, proxyUrl, receivers, websocketUrl } from './address.ts'
import { type EnvironmentKey, environmentSettings } from './environment-settings.ts'
import {
  booleanWord,
  folder,
  hostList,
  integer,
  oneOf,
  ownFolder,
  program,
  secretText,
  signingJwk,
} from './forms.ts'
import { canonicalName, environmentNames, keyNameOf } from './registry.ts'
import type { Setting, ValuesOf } from './setting.ts'

/** The keys that hold for the whole run (product interface, part 2). */
export const runSettings = {
  KRR_ENV: {
    meaning: 'the environments of the run; --env on the command line comes before it',
    form: environmentNames,
    sensitivity: 'public',
    default: 'reference',
    example: 'test,prod',
  },
  KRR_NO_WRITE: {
    meaning: 'leaves every unsafe method out, as --no-write on the command line does',
    form: booleanWord,
    sensitivity: 'public',
    default: 'false',
    example: 'true',
  },
  KRR_BROWSER_PATH: {
    meaning: "an own browser's program file",
    form: program,
    sensitivity: 'public',
    remark: 'the first that is found: installed by Playwright, Chrome, Chromium, Edge',
    example: '/usr/bin/chromium',
  },
  KRR_BROWSER_WS: {
    meaning: 'a remote browser to connect to',
    form: websocketUrl,
    sensitivity: 'secret',
    remark: 'none: a browser is launched here',
    example: 'ws://localhost:3333/',
  },
  KRR_REPORT_DIR: {
    meaning: 'the folder that reports go to',
    form: folder,
    sensitivity: 'public',
    default: 'reports',
    example: 'reports',
  },
  KRR_LANG: {
    meaning:
      'the language of pages, summary and notices: English, or bokmål; --lang on the command line comes before it',
    form: oneOf(['en', 'nb']),
    sensitivity: 'public',
    default: 'en',
    example: 'nb',
  },
  KRR_STATE_DIR: {
    meaning:
      'the folder of journal, lock, kept logins and signing keys seen; in CI one that outlives the job',
    form: ownFolder,
    sensitivity: 'public',
    default: '.krr',
    example: '.krr',
  },
  KRR_STATE_KEY: {
    meaning:
      'the key for logins that krr login keeps, and for pseudonyms that stay the same between runs',
    form: secretText('a secret of 32 or more characters (openssl rand -base64 32 makes one)', 32),
    sensitivity: 'secret',
    remark: 'none: nothing is kept, and pseudonyms hold for one run',
    example: 'an-example-that-nobody-should-ever-use',
  },
  KRR_SIGNING_JWK: {
    meaning: 'the key that signs reports and decisions',
    form: signingJwk,
    sensitivity: 'secret',
    remark: 'a key made for the run, and the report says so',
    example: 'signing.jwk.json',
  },
  KRR_RUN_SECONDS: {
    meaning:
      'the limit of the whole run: then it is interrupted, the language is put back, and what is not judged is inconclusive',
    form: integer(1, 86_400),
    sensitivity: 'public',
    default: '3600',
    example: '1200',
  },
  KRR_CONTACT: {
    meaning: 'an address put into the User-Agent, so that an operator can reach you',
    form: contactAddress,
    sensitivity: 'public',
    remark: 'none',
    example: 'team@example.com',
  },
  KRR_NOTIFY: {
    meaning:
      'who is told where the verdict of a full run is another one than before: an issue of the repository (github), webhooks of Slack or Teams, or any that takes JSON',
    form: receivers,
    sensitivity: 'secret',
    remark: 'nobody',
    example: 'github https://hooks.slack.com/services/T0/B0/x',
  },
  HTTPS_PROXY: {
    meaning: 'the forward proxy of API calls and browser alike',
    form: proxyUrl,
    sensitivity: 'secret',
    remark: 'none',
    example: 'http://proxy.example.com:3128',
  },
  NO_PROXY: {
    meaning: 'hosts that are reached without the proxy',
    form: hostList,
    sensitivity: 'public',
    remark: 'none',
    example: 'localhost,127.0.0.1',
  },
} as const satisfies Readonly<Record<string, Setting<unknown>>>

/** The values of the keys that hold for the whole run. */
export type RunValues = ValuesOf<typeof runSettings>

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
