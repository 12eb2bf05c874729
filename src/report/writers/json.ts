import { visibleJson } from '../../evidence/visible-text.ts'
import { countRules } from '../counts.ts'
import type { ConformanceReport } from '../model.ts'

/** The model itself as JSON (report.schema.json), with the figures that the other formats show. */
export const writeJson = (report: ConformanceReport): string => {
  const {
    schemaVersion,
    verdict,
    target,
    run,
    contract,
    harness,
    register,
    known,
    trouble,
    flakes,
    flakesBefore,
    failedBefore,
    picture,
    expiries,
  } = report
  const ordered = {
    schemaVersion,
    verdict,
    target,
    run,
    contract,
    ...(harness === undefined ? {} : { harness }),
    register,
    ...(known === undefined ? {} : { known }),
    trouble,
    ...(flakes === undefined ? {} : { flakes }),
    ...(flakesBefore === undefined ? {} : { flakesBefore }),
    ...(failedBefore === undefined ? {} : { failedBefore }),
    counts: countRules(report.rules),
    rules: report.rules,
    ...(picture === undefined ? {} : { picture }),
    ...(expiries === undefined ? {} : { expiries }),
    exchanges: report.exchanges,
  }
  return `${visibleJson(ordered, 2)}\n`
}
