import { writeHar } from './har.ts'
import { writeHtml } from './html/page.ts'
import { writeJson } from './json.ts'
import { writeJunit } from './junit.ts'
import { writeMarkdown } from './markdown.ts'
import type { ReportWriter } from './writer.ts'

/** The files of a report and who writes each. */
export const writers = {
  'report.html': writeHtml,
  'junit.xml': writeJunit,
  'summary.md': writeMarkdown,
  'evidence.har': writeHar,
  'report.json': writeJson,
} as const satisfies Readonly<Record<string, ReportWriter>>

export type ReportFile = keyof typeof writers
