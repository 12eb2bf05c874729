import type { ConformanceReport } from '../model.ts'
import { type SampleKind, sampleReport } from '../sample-report.fixture.ts'
import { historyEntry } from './entry.ts'
import type { History } from './history.ts'

/** The sample report as the run of a day. */
export const runOfDay = (
  kind: SampleKind,
  day: number,
  environment = 'test',
): ConformanceReport => {
  const report = sampleReport(kind)
  const time = new Date(Date.UTC(2026, 8, day, 2)).toISOString()
  const slower = (elapsedMs: number) => elapsedMs + ((day * 7) % 11)
  return {
    ...report,
    target: { ...report.target, environment },
    run: {
      ...report.run,
      id: `${time.slice(0, 10)}T02-00-00-a1b2c3`,
      startedAt: time,
      finishedAt: time,
    },
    exchanges: report.exchanges.map((own) => ({ ...own, elapsedMs: slower(own.elapsedMs) })),
  }
}

/** A history of runs on successive days, of which the last so many are still there. */
export const sampleHistory = (
  environment: string,
  kinds: readonly SampleKind[],
  kept = kinds.length,
): History => {
  const entries = kinds.map((kind, index) => historyEntry(runOfDay(kind, index + 1, environment)))
  return {
    environment,
    entries,
    kept: new Set(entries.slice(entries.length - kept).map(({ id }) => id)),
    passedOver: [],
  }
}
