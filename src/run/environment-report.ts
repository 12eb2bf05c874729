import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationError } from '../config/configuration-error.ts'
import { projectFolder } from '../contract/project-folder.ts'
import type { Masker } from '../evidence/masking/masker.ts'
import { krrScopes } from '../evidence/person-reading.ts'
import type { RecordedExchange } from '../evidence/recorded-exchange.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { buildReport, type ReportInput } from '../report/build.ts'
import { type ExitCode, exitCodes } from '../report/exit-code.ts'
import type {
  ConformanceReport,
  Expiry,
  HarnessReport,
  MatrixFigures,
  Observation,
  PictureCell,
  RegisterReport,
} from '../report/model.ts'
import { rules } from '../rules/index.ts'
import type { RuleId } from '../rules/rule.ts'
import { clientSecretExpiry } from './client-secret-expiry.ts'
import type { Connection } from './connection.ts'
import { type Ending, endingWords } from './ending.ts'
import { requestBudget } from './request-budget.ts'
import { brokenBy } from './uncaught.ts'

/** What the suites found of one rule at one place. */
export interface RuleObservation {
  readonly ruleId: RuleId
  readonly observation: Observation
}

/** What was seen of one environment in a run, as it comes in. */
export interface Seen {
  readonly exchanges: RecordedExchange[]
  readonly picture: PictureCell[]
  readonly expiries: Expiry[]
  /** Ids of the exchanges in which the environment's OpenAPI document came. */
  readonly documents: Set<string>
  /** What was changed and cannot be put back, in words. */
  readonly lasting: Set<string>
  /** What somebody else changed meanwhile beside the language, in words. */
  readonly others: Set<string>
}

/** What is known of the whole run when it is over. */
export type RunFacts = Pick<
  ConformanceReport['run'],
  'id' | 'startedAt' | 'selection' | 'harnessVersion' | 'ruleSet' | 'loginMadeAt'
> & {
  /** Why it ended before everything was judged. */
  readonly ending?: Ending
  readonly contract: ConformanceReport['contract']
  readonly harness: NonNullable<ConformanceReport['harness']>
}

/** The report of one environment, made of all that was seen there. */
export const makeReport = (parts: {
  readonly connection: Connection
  readonly seen: Omit<Seen, 'lasting'>
  readonly register: RegisterReport
  readonly observations: readonly RuleObservation[]
  readonly facts: RunFacts
  /** How many of the exchanges another process made before the run. */
  readonly madeBefore: number
  /** What earlier runs are remembered for. */
  readonly before: Pick<ReportInput, 'flakesBefore' | 'failedBefore'>
}): ConformanceReport => {
  const { connection, seen, register, observations, facts, madeBefore, before } = parts
  const { exchanges } = seen
  const { name, apiUrl, issuer, allowWrite, scopes } = connection.environment
  const isWhole = scopes.length === krrScopes.length
  const { contract, harness, ending, ...run } = facts
  const finishedAt = new Date()
  return buildReport({
    target: { environment: name, apiUrl, issuer, ...(isWhole ? {} : { scopes }) },
    run: {
      ...run,
      mayWrite: allowWrite,
      // What was ended before all was judged never takes the place of a whole run.
      ...(ending === undefined
        ? {}
        : { selection: 'partial' as const, interrupted: true as const }),
      finishedAt: finishedAt.toISOString(),
      durationMs: finishedAt.getTime() - Date.parse(run.startedAt),
      requests: exchanges.length - madeBefore,
      requestBudget: { limit: requestBudget, sent: connection.pace.sent },
      logins: connection.session.formLogins,
    },
    contract,
    harness,
    register,
    trouble: [
      ...(ending === undefined ? [] : [endingWords(ending)]),
      ...(register.trouble === undefined ? [] : [register.trouble]),
      ...seen.others,
    ],
    rules,
    observations,
    picture: seen.picture,
    documents: seen.documents,
    expiries: [...seen.expiries, ...clientSecretExpiry(connection.environment)],
    exchanges,
    ...before,
  })
}

/**
 * The last door: whatever known secret or personal value slipped past the masking at the recorder is taken
 * out of every string of the report, and the slip is reported as trouble of the harness.
 */
export const maskReport = (report: ConformanceReport, masker: Masker): ConformanceReport => {
  let slips = 0
  // A report repeats itself: titles, places and reasons are swept once each.
  const swept = new Map<string, string>()
  const once = (text: string): string => {
    const known = swept.get(text)
    if (known !== undefined) return known
    const isClean = !masker.vault.reveals(text)
    if (!isClean) slips += 1
    const clean = isClean ? text : masker.vault.scrub(text)
    swept.set(text, clean)
    return clean
  }
  const sweep = (value: unknown): unknown => {
    if (typeof value === 'string') return once(value)
    if (Array.isArray(value)) return value.map(sweep)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sweep(inner)]))
  }
  const clean = sweep(report) as ConformanceReport
  if (slips === 0) return clean
  const times = slips === 1 ? 'one text' : `${slips} texts`
  return {
    ...clean,
    trouble: [...clean.trouble, `masking at the recorder missed ${times}; the last door did not`],
  }
}

/** The languages as the masking shows them: they are the person's own, which production's reports do not show. */
export const maskRegister = (
  register: RegisterReport,
  masker: Pick<Masker, 'named'>,
): RegisterReport => {
  const languages = (['found', 'left'] as const).flatMap((name) => {
    const language = register[name]
    return language === undefined
      ? []
      : [[name, String(masker.named('spraak', language, 'person'))] as const]
  })
  return { ...register, ...Object.fromEntries(languages) }
}

/** Where the figures of the whole defect matrix are kept: `krr defects --record` writes them. */
export const matrixRecordPath = (root: string = projectFolder()): string =>
  join(root, 'generated', 'matrix.json')

/** What was recorded of the harness; nothing where there is no file, or none of this form. */
export const readHarnessReport = (root?: string): HarnessReport => {
  try {
    const matrix: unknown = JSON.parse(readFileSync(matrixRecordPath(root), 'utf8'))
    return isFigures(matrix) ? { matrix } : {}
  } catch {
    return {}
  }
}

const isFigures = (value: unknown): value is MatrixFigures => {
  if (typeof value !== 'object' || value === null) return false
  const { harnessVersion, ruleSet, recorded, rows, expected, proven } = value as Partial<
    Record<keyof MatrixFigures, unknown>
  >
  return (
    typeof harnessVersion === 'string' &&
    typeof ruleSet === 'number' &&
    typeof recorded === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(recorded) &&
    typeof rows === 'object' &&
    rows !== null &&
    typeof expected === 'number' &&
    Array.isArray(proven)
  )
}

/** Why one environment of a run has no report. The others have theirs. */
export interface EnvironmentFailure {
  readonly environment: string
  /** For people, one line each. */
  readonly problems: readonly [string, ...string[]]
  readonly exitCode: ExitCode
}

/** What an error at the beginning or the end of an environment's run means: whose fault it is. */
export const environmentFailure = (environment: string, error: unknown): EnvironmentFailure => {
  if (error instanceof ConfigurationError)
    return { environment, problems: error.problems, exitCode: exitCodes.usage }
  if (error instanceof EvidenceUnavailableError)
    return { environment, problems: [error.message], exitCode: exitCodes.inconclusive }
  const problem = `the harness broke: ${brokenBy(error)}`
  return { environment, problems: [problem], exitCode: exitCodes.broken }
}

/** The lines that tell of it. */
export const failureLines = ({ environment, problems }: EnvironmentFailure): readonly string[] =>
  problems.map((problem) => `${environment}: ${problem}`)
