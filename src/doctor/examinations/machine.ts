import type { PersonaName } from '../../config/environment.ts'
import type { GivenSetting } from '../../config/load.ts'
import { isPersonidentifikator, isSynthetic } from '../../config/personidentifikator.ts'
import type { OperatorWay } from '../../login/operator/operator.ts'
import { type Line, ok, problem, warning } from '../line.ts'

/** The browser that a run would use. */
export type BrowserReading =
  | { readonly kind: 'starts'; readonly path: string }
  | { readonly kind: 'remote' }
  | { readonly kind: 'fails'; readonly key: string; readonly says: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unneeded' }

/** Whether a browser is there and starts. */
export const browserStarts = (reading: BrowserReading): readonly Line[] => {
  const key = 'KRR_BROWSER_PATH'
  switch (reading.kind) {
    case 'starts':
      return [ok(key, `${reading.path} starts`)]
    case 'remote':
      return [ok('KRR_BROWSER_WS', 'the remote browser answers')]
    case 'fails':
      return [problem(reading.key, reading.says, 'start it by hand to see why, or set another')]
    case 'none':
      return [
        warning(
          key,
          'no browser is found; the run would try to install one',
          'install Chrome, Chromium or Edge, set KRR_BROWSER_PATH, or use LOGIN=headless',
        ),
      ]
    case 'unneeded':
      return []
    default:
      return reading satisfies never
  }
}

/** A server's clock as its answer told it, and ours at that moment: milliseconds since the epoch. */
interface ClockReading {
  readonly host: string
  readonly theirs: number
  readonly ours: number
}

const noticedSeconds = 5

/** Tokens are refused, and times lie in the future, by more than this. */
const harmfulSeconds = 30

/** Whether this machine's clock is the server's, to the second that a `Date` field has. */
export const clockAgrees = ({ host, theirs, ours }: ClockReading): Line => {
  const seconds = Math.round((ours - theirs) / 1_000)
  const apart = `this machine is ${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} ${host}`
  if (Math.abs(seconds) > harmfulSeconds) {
    return problem(
      'clock',
      apart,
      'set the clock (NTP): tokens would count as expired or not yet valid',
    )
  }
  if (Math.abs(seconds) > noticedSeconds) return warning('clock', apart, 'set the clock (NTP)')
  return ok('clock', `agrees with ${host}`)
}

/** A file or folder that is to be its owner's alone. */
export interface OwnFile {
  readonly key: string
  readonly path: string
  /** The permission bits; undefined where it is not there, or the system has none. */
  readonly mode: number | undefined
  readonly isFolder: boolean
}

/** Whether nobody else may read it; nothing where it is not there. */
export const fileMode = ({ key, path, mode, isFolder }: OwnFile): readonly Line[] => {
  if (mode === undefined) return []
  const octal = (mode & 0o777).toString(8).padStart(4, '0')
  if ((mode & 0o077) === 0) return [ok(key, `${path}, mode ${octal}`)]
  return [
    warning(
      key,
      `${path} has mode ${octal}: others on this machine can open it`,
      `chmod ${isFolder ? '700' : '600'} ${path}`,
    ),
  ]
}

/** What looking a host name up gave. */
export interface HostReading {
  readonly key: string
  readonly host: string
  /** Addresses found, or the code of the failure: `ENOTFOUND`. */
  readonly found: { readonly addresses: readonly string[] } | { readonly code: string }
}

/** Whether the host's name has an address. */
export const hostIsFound = ({ key, host, found }: HostReading): Line => {
  if ('addresses' in found) return ok(key, `DNS: ${host} is ${found.addresses.join(', ')}`)
  return found.code === 'ENOTFOUND'
    ? problem(key, `DNS: ${host} does not exist`, 'correct the address')
    : problem(
        key,
        `DNS: ${host} could not be looked up (${found.code})`,
        "look at this machine's network and name servers, or set HTTPS_PROXY",
      )
}

const least = [20, 19] as const

/** Whether this Node runs the harness (`engines` of package.json). */
export const nodeVersion = (version: string): Line => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const suffices = major > least[0] || (major === least[0] && minor >= least[1])
  return suffices
    ? ok('node', version)
    : problem('node', `${version} is too old`, `install Node ${least.join('.')} or newer`)
}

/** The last day of the client's secret or key, as it was set: no answer of ID-porten's tells it. */
interface ClientSecretReading {
  readonly key: string
  /** `2027-06-30`, by UTC; undefined where it was not set. */
  readonly lastDay: string | undefined
  /** Milliseconds since the epoch. */
  readonly now: number
}

const day = 24 * 3_600_000

const leastDaysLeft = 30

/** Whether the secret or key that proves the client has some time left. */
export const clientSecretEnds = ({ key, lastDay, now }: ClientSecretReading): readonly Line[] => {
  if (lastDay === undefined) return []
  const daysLeft = Math.floor((Date.parse(`${lastDay}T00:00:00.000Z`) + day - now) / day)
  const todo = `renew it at the registration of the client, and set ${key} anew`
  if (daysLeft < 0) return [problem(key, `the client's secret or key ended on ${lastDay}`, todo)]
  const says = `the client's secret or key ends on ${lastDay}, ${daysLeft === 0 ? 'today' : `in ${daysLeft} day${daysLeft === 1 ? '' : 's'}`}`
  return [daysLeft < leastDaysLeft ? warning(key, says, todo) : ok(key, says)]
}

/** A line for each setting that is set and right, in the order of the documents. */
export const rightSettings = (
  given: readonly GivenSetting[],
  problems: readonly Line[],
): readonly Line[] => {
  const wrong = new Set(problems.map(({ key }) => key))
  return given
    .filter(({ key }) => !wrong.has(key))
    .map(({ key, value, place }) => ok(key, `${value} (${place})`))
}

/** The sentences of a configuration that cannot be used, each as a line: the key stands first in it. */
export const configurationProblems = (sentences: readonly string[]): readonly Line[] =>
  sentences.map((sentence) => {
    const [says, todo] = cut(sentence)
    return problem(keyIn(sentence), says, todo)
  })

/** The sentences of what is odd about a configuration, and stops nothing. */
export const configurationWarnings = (sentences: readonly string[]): readonly Line[] =>
  sentences.map((sentence) =>
    warning(keyIn(sentence), sentence, 'correct or remove it; docs/settings.md has every key'),
  )

const keyIn = (sentence: string): string =>
  /\b(?:KRR_[A-Z\d_]+|HTTPS_PROXY|NO_PROXY|NODE_[A-Z_]+|SSLKEYLOGFILE|DEBUG)\b/.exec(
    sentence.startsWith('unknown environment') || sentence.startsWith('environment ')
      ? 'KRR_ENV'
      : sentence,
  )?.[0] ?? '.env'

/** What is wrong, and behind the last semicolon what to do. */
const cut = (sentence: string): readonly [says: string, todo: string] => {
  const at = sentence.lastIndexOf('; ')
  return at < 0
    ? [sentence, 'correct it in .env (see .env.example)']
    : [sentence.slice(0, at), sentence.slice(at + 2)]
}

/** The people that an environment is configured with. */
interface TestUsers {
  readonly pidKey: string
  readonly pid: string | undefined
  readonly personas: readonly PersonaName[]
  readonly expectKey: string
  /** What the main test user is taken to have. */
  readonly expect: readonly string[]
  readonly production: boolean
}

/** Who is configured. A number that may not be used has its sentence from the configuration. */
export const testUsers = (users: TestUsers): readonly Line[] => {
  const { pidKey, pid, personas, expectKey, expect, production } = users
  const further =
    personas.length === 0
      ? 'no further test users: rules about other states are not applicable'
      : `further test users: ${personas.join(', ')}`
  const has = ok(
    expectKey,
    `the person is taken to have ${expect.join(', ')}: without one of them the run deviates`,
  )
  if (pid === undefined) return [ok(pidKey, 'the person is the one who logs in'), has]
  const kind = isSynthetic(pid) ? 'synthetic' : 'not synthetic'
  const digits = isPersonidentifikator(pid)
    ? 'its control digits fit'
    : 'its control digits do not fit'
  return [
    ok(pidKey, production ? digits : `${kind}, ${digits}`),
    has,
    ok(`${pidKey}_<PERSONA>`, further),
  ]
}

/** How a person could log in here. */
export interface OperatorReading {
  readonly loginKey: string
  readonly redirectKey: string
  readonly redirectUri: string
  /** Whether the redirect URI can only mean this machine. */
  readonly isLoopback: boolean
  readonly way: OperatorWay | undefined
}

/** Whether there is a window to log in in, or a place to paste an address. */
export const operatorCanLogIn = (reading: OperatorReading): readonly Line[] => {
  const { loginKey, redirectKey, redirectUri, isLoopback, way } = reading
  if (way === undefined) {
    return [
      problem(
        loginKey,
        'operator: there is neither a display for a window nor a terminal to paste an address at',
        'run it where there is one, or log in there beforehand (krr login)',
      ),
    ]
  }
  if (way === 'window') return [ok(loginKey, 'operator: a window opens on this display')]
  const pasted = ok(loginKey, 'operator: no window can open here, so an address is pasted instead')
  if (isLoopback) return [pasted]
  return [
    pasted,
    warning(
      redirectKey,
      `a pasted address has been sent to ${new URL(redirectUri).host} by the browser before`,
      'its code is of no use there without the key of the run (PKCE); with a display it is sent nowhere',
    ),
  ]
}
