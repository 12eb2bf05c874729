import type { ConformanceReport } from '../model.ts'
import type { Language } from '../words/language.ts'
import { writeBadge } from './badge.ts'
import { writeCtrf } from './ctrf.ts'
import { writeEvents } from './events.ts'
import { writeHar } from './har.ts'
import { writeHtml } from './html/page.ts'
import { writeInToto } from './in-toto.ts'
import { writeJson } from './json.ts'
import { writeJunit } from './junit.ts'
import { writeMarkdown } from './markdown.ts'
import { writeSarif, writeSarifOfAll } from './sarif.ts'
import type { ReportWriter } from './writer.ts'

/** The files of every report and who writes each. */
export const writers = {
  'report.html': writeHtml,
  'junit.xml': writeJunit,
  'ctrf.json': writeCtrf,
  'summary.md': writeMarkdown,
  'evidence.har': writeHar,
  'badge.svg': writeBadge,
  'report.json': writeJson,
} as const satisfies Readonly<Record<string, ReportWriter>>

/** A form that a report is written in. */
export interface ReportFormat {
  readonly file: string
  readonly write: ReportWriter
}

/** Every form by the name that `--format` takes. */
export const formats = {
  html: { file: 'report.html', write: writeHtml },
  junit: { file: 'junit.xml', write: writeJunit },
  ctrf: { file: 'ctrf.json', write: writeCtrf },
  markdown: { file: 'summary.md', write: writeMarkdown },
  har: { file: 'evidence.har', write: writeHar },
  badge: { file: 'badge.svg', write: writeBadge },
  json: { file: 'report.json', write: writeJson },
  sarif: { file: 'report.sarif', write: writeSarif },
  'sarif-all': { file: 'report-all.sarif', write: writeSarifOfAll },
  ndjson: { file: 'events.ndjson', write: writeEvents },
  'in-toto': { file: 'test-result.intoto.json', write: writeInToto },
} as const satisfies Readonly<Record<string, ReportFormat>>

export type FormatName = keyof typeof formats

/** A report in a form; the forms for people are written in the language. */
export const writtenAs = (
  name: FormatName,
  report: ConformanceReport,
  language: Language,
): string => {
  const { write }: ReportFormat = formats[name]
  return write(report, language)
}

/** The names of all forms. */
export const formatNames = Object.keys(formats) as readonly FormatName[]
