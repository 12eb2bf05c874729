import type { ConformanceReport } from '../model.ts'

/**
 * Gives a whole file of a report, ending in a line feed. A writer is pure: it knows no path, no clock and
 * no colour, and gives the same text for the same report.
 */
export type ReportWriter = (report: ConformanceReport) => string
