import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigurationError } from '../config/configuration-error.ts'
import { type AskedFinding, type FindingName, findingName } from '../rules/finding-name.ts'
import { findReport } from './find-report.ts'
import type { ConformanceReport, Observation, RuleResult } from './model.ts'

/** Something that a rule found at one place, in the report that says so. */
export interface ReportedPlace {
  readonly name: FindingName
  readonly rule: RuleResult
  readonly observation: Observation
  readonly report: ConformanceReport
}

/** What a report has found of what is asked for; several places where only a rule was named. */
export const findingsIn = (
  report: ConformanceReport,
  { ruleId, name }: AskedFinding,
): readonly ReportedPlace[] =>
  report.rules
    .filter(({ id }) => id === ruleId)
    .flatMap((rule) =>
      rule.observations
        .filter(({ verdict }) => verdict === 'failed')
        // Reports of earlier harnesses have no names; what a place is called there is where it was.
        .map((observation) => ({
          rule,
          observation,
          report,
          name:
            (observation.name as FindingName | undefined) ?? findingName(ruleId, observation.where),
        })),
    )
    .filter((place) => name === undefined || place.name === name)

/** Where a finding is looked for. */
export interface FindingSearch {
  readonly reportDir: string
  /** A report that was named: nowhere else then. */
  readonly report?: string | undefined
  /** The environment whose report comes first. */
  readonly env?: string | undefined
}

/**
 * The finding as a report has it: the one that was named, else that of `env`, else the latest. Undefined where no
 * latest report has it, which a full name can do without.
 * @throws ConfigurationError where a rule alone was named and found nothing, or something in several places
 */
export const findFinding = async (
  asked: AskedFinding,
  { reportDir, report, env }: FindingSearch,
): Promise<ReportedPlace | undefined> => {
  const reports =
    report === undefined
      ? await latestReports(reportDir)
      : [(await findReport(report, reportDir)).report]
  const [first, ...others] =
    reports
      .toSorted((one, other) => rank(other, env).localeCompare(rank(one, env)))
      .map((own) => findingsIn(own, asked))
      .find((found) => found.length > 0) ?? []
  if (first === undefined && (asked.name === undefined || report !== undefined)) {
    const where = report ?? `the latest reports in ${reportDir}`
    throw new ConfigurationError([
      `${asked.name ?? asked.ruleId} must be a finding of ${where}, but is none`,
    ])
  }
  const names = new Set([first, ...others].map((place) => place?.name))
  if (first !== undefined && names.size > 1) throw ambiguous(asked, [first, ...others])
  return first
}

const rank = ({ target, run }: ConformanceReport, env: string | undefined): string =>
  `${target.environment === env ? 1 : 0} ${run.startedAt}`

const latestReports = async (reportDir: string): Promise<readonly ConformanceReport[]> => {
  const entries = await readdir(reportDir, { withFileTypes: true }).catch(() => [])
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const found = await Promise.all(
    folders
      .flatMap((name) => [name, `${name}/partial`])
      // Another folder, or what no harness of ours wrote, is no report to look in.
      .map((name) => findReport(join(reportDir, name), reportDir).catch(() => undefined)),
  )
  return found.flatMap((one) => (one === undefined ? [] : [one.report]))
}

/** So many places are named; the report has the others. */
const most = 12

const ambiguous = (
  { ruleId }: AskedFinding,
  places: readonly ReportedPlace[],
): ConfigurationError =>
  new ConfigurationError([
    `${ruleId} has a finding in ${places.length} places: replay one of them`,
    ...places.slice(0, most).map(({ name, observation }) => `  ${name}  ${observation.where}`),
    ...(places.length > most ? [`  and ${places.length - most} more: see the report`] : []),
  ])
