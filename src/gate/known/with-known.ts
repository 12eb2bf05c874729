import type { ConformanceReport, KnownDeviationsReport } from '../../report/model.ts'
import type { KnownDeviation } from './known-deviation.ts'
import { matchKnown } from './match.ts'

/**
 * The report with what the known deviations say of it: `deviating (known)` where every deviation of a full run is
 * covered by an entry that has not expired. Without an entry for its environment it stays as it is.
 */
export const withKnown = (
  report: ConformanceReport,
  entries: readonly KnownDeviation[],
  now: Date,
): ConformanceReport => {
  const isMeant = entries.some(({ environment }) => environment === report.target.environment)
  if (!isMeant || report.run.selection === 'partial') return report
  const { covered, uncovered, problems } = matchKnown(report, entries, now)
  const known: KnownDeviationsReport = {
    covered: covered.map(({ found, by }) => ({
      rule: found.rule,
      fingerprint: found.fingerprint,
      owner: by.owner,
      link: by.link,
      expires: by.expires,
    })),
    problems: problems.map(({ sentence, change }) => `${sentence}: ${change}`),
  }
  const isKnown = report.verdict === 'deviating' && uncovered.length === 0
  return { ...report, ...(isKnown ? { verdict: 'deviating (known)' as const } : {}), known }
}
