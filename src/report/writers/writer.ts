import type { ConformanceReport } from '../model.ts'
import type { Language } from '../words/language.ts'

/**
 * Gives a whole file of a report, ending in a line feed. A writer is pure: it knows no path, no clock and
 * no colour, and gives the same text for the same report. Forms for machines are the same in each language.
 */
export type ReportWriter = (report: ConformanceReport, language?: Language) => string
