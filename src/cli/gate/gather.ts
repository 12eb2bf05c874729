import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { fileTrouble } from '../../config/disk.ts'
import { loadConfiguration } from '../../config/load.ts'
import { builtIn, canonicalName } from '../../config/registry.ts'
import { likelyMeant } from '../../config/unknown-environment.ts'
import type { KnownAddress, SideEvidence } from '../../gate/decision.ts'
import { manifestDigest } from '../../gate/keep/history.ts'
import { type GatePolicy, readPolicy, strictPolicy } from '../../gate/policy/policy.ts'
import type { ConformanceReport } from '../../report/model.ts'
import { readReportFile } from '../../report/read-report.ts'
import { verifyFolder } from '../../report/seal/verify.ts'

/** An environment as it was named on the command line, with the report that is to stand for it. */
export interface NamedSide {
  readonly environment: string
  /** Undefined: its latest. */
  readonly path: string | undefined
}

/**
 * `test`, or `test=reports/test/runs/<run id>` for another report than its latest.
 * @throws ConfigurationError
 */
export const namedSide = (option: '--from' | '--to', text: string | undefined): NamedSide => {
  const [, name, path] = /^([a-z][a-z\d]*(?:-[a-z\d]+)*)(?:=(.+))?$/.exec(text ?? '') ?? []
  if (name !== undefined) return { environment: canonicalName(name), path }
  const found = text === undefined ? 'is missing' : `is "${text}"`
  throw new ConfigurationError([
    `${option} must be the name of an environment, or NAME=PATH of its report, but ${found}`,
  ])
}

/** Reads and verifies what is there of one environment. What is missing is not an error: the decision says so. */
export const gatherSide = async (
  { environment, path: named }: NamedSide,
  surroundings: {
    readonly reportDir: string
    readonly policy: GatePolicy
    readonly expectedKeys: readonly string[]
  },
): Promise<SideEvidence> => {
  const { reportDir, policy, expectedKeys } = surroundings
  const path = await reportPath(named ?? join(reportDir, environment))
  const address = addressOf(environment, policy)
  if (path === undefined) {
    if (named === undefined) return { environment, address }
    throw new ConfigurationError([`no report.json is at ${named}, which stands for ${environment}`])
  }
  const folder = dirname(path)
  const [read, verification, manifestSha256] = await Promise.all([
    readReportFile(path),
    verifyFolder(folder, expectedKeys),
    manifestDigest(folder),
  ])
  const page = 'report' in read ? pageOf(reportDir, folder, read.report) : undefined
  return {
    environment,
    path,
    verification,
    address,
    ...(page === undefined ? {} : { page }),
    ...('report' in read ? { report: read.report } : {}),
    ...(manifestSha256 === undefined ? {} : { manifestSha256 }),
  }
}

/**
 * The page of a report, as an address relative to the report directory: of the latest run the one that is kept. A report
 * that lies elsewhere has none.
 */
const pageOf = (
  reportDir: string,
  folder: string,
  { run, target }: ConformanceReport,
): string | undefined => {
  const parts = relative(resolve(reportDir), folder).split(sep)
  if (parts[0] === '..' || isAbsolute(parts.join(sep))) return undefined
  const isLatest = parts.length === 1 && parts[0] === target.environment
  const kept = isLatest && run.selection === 'full' ? [...parts, 'runs', run.id] : parts
  return [...kept, 'report.html'].map(encodeURIComponent).join('/')
}

/**
 * Refuses the name of an environment that nothing knows: a decision on it would be kept for good.
 * @throws ConfigurationError
 */
export const refuseUnknown = async (
  sides: readonly NamedSide[],
  { reportDir, policy }: { readonly reportDir: string; readonly policy: GatePolicy },
): Promise<void> => {
  const problems: string[] = []
  for (const { environment, path } of sides) {
    const isKnown =
      path !== undefined ||
      builtIn(environment) !== undefined ||
      Object.hasOwn(policy.environments, environment) ||
      (await stat(join(reportDir, environment)).catch(() => undefined))?.isDirectory() === true ||
      isConfigured(environment)
    if (!isKnown) {
      const meant = likelyMeant(environment)
      problems.push(
        `"${environment}" is no environment: it has no report in ${reportDir}, no settings and no place in the policy${
          meant === undefined ? '' : `; did you mean "${meant}"?`
        }`,
      )
    }
  }
  const [first, ...others] = problems
  if (first !== undefined) throw new ConfigurationError([first, ...others])
}

const isConfigured = (environment: string): boolean => {
  const [configured] = loadConfiguration({ argv: { env: environment } }).environments
  return configured?.kind === 'ready'
}

/** Where an environment is: built in, by the policy, or by the settings of this machine. */
const addressOf = (environment: string, policy: GatePolicy): KnownAddress => {
  const known = builtIn(environment)
  if (known?.kind === 'embedded' || known?.kind === 'sandbox') return 'loopback'
  const { API_URL, ISSUER } = known?.defaults ?? {}
  if (API_URL !== undefined && ISSUER !== undefined) return { apiUrl: API_URL, issuer: ISSUER }
  const { apiUrl, issuer } = policy.environments[environment] ?? {}
  if (apiUrl !== undefined && issuer !== undefined) return { apiUrl, issuer }
  const [configured] = loadConfiguration({ argv: { env: environment } }).environments
  return configured?.kind === 'ready'
    ? { apiUrl: configured.environment.apiUrl, issuer: configured.environment.issuer }
    : undefined
}

/** A seal covers the file of its folder that has this name, and no other. */
const reportPath = async (meant: string): Promise<string | undefined> => {
  const own = resolve(meant)
  for (const path of basename(own) === 'report.json' ? [own] : [join(own, 'report.json')]) {
    if ((await stat(path).catch(() => undefined))?.isFile()) return path
  }
  return undefined
}

const usual = 'gate.policy.yaml'

/**
 * The policy of the file that was named, or of `gate.policy.yaml` where it is; without either the strict one.
 * @throws ConfigurationError
 */
export const loadPolicy = async (named: string | undefined): Promise<GatePolicy> => {
  try {
    return readPolicy(await readFile(named ?? usual, 'utf8'), named ?? usual)
  } catch (error) {
    if (error instanceof ConfigurationError) throw error
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isAbsent && named === undefined) return strictPolicy
    throw new ConfigurationError(
      [`--policy must be a file that can be read, but ${named ?? usual}: ${fileTrouble(error)}`],
      { cause: error },
    )
  }
}
