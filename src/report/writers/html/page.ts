import type { ConformanceReport } from '../../model.ts'
import { areaSections } from './areas.ts'
import { deviations, warnings } from './deviations.ts'
import { documentOf } from './document.ts'
import { exchanges } from './exchange.ts'
import { html } from './markup.ts'
import { notJudged } from './not-judged.ts'
import { overview, verdictHeader } from './verdict-header.ts'

/** The whole report as one page that needs no network and no script. */
export const writeHtml = (report: ConformanceReport): string => {
  const { environment } = report.target
  const content = html`${verdictHeader(report)}
${deviations(report)}
${overview(report)}
${notJudged(report)}
${warnings(report)}
${areaSections(report)}
${exchanges(report.exchanges)}`
  return documentOf(`${environment}: ${report.verdict} (krr-conformance)`, content)
}
