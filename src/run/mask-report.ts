import type { Masker } from '../evidence/masking/masker.ts'
import type { ConformanceReport } from '../report/model.ts'

/**
 * The last door: whatever known secret or personal value slipped past the masking at the recorder is taken
 * out of every string of the report, and the slip is reported as trouble of the harness.
 */
export const maskReport = (report: ConformanceReport, masker: Masker): ConformanceReport => {
  let slips = 0
  const sweep = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (!masker.vault.reveals(value)) return value
      slips += 1
      return masker.vault.scrub(value)
    }
    if (Array.isArray(value)) return value.map(sweep)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sweep(inner)]))
  }
  const swept = sweep(report) as ConformanceReport
  if (slips === 0) return swept
  const times = slips === 1 ? 'one text' : `${slips} texts`
  return {
    ...swept,
    trouble: [...swept.trouble, `masking at the recorder missed ${times}; the last door did not`],
  }
}
