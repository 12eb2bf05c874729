import type { ConformanceReport } from '../../model.ts'
import { areaOverview, areaSections } from './areas.ts'
import { deviations, warnings } from './deviations.ts'
import { documentOf } from './document.ts'
import { exchanges } from './exchanges.ts'
import { allLimits, type Limits, mostBytes } from './limits.ts'
import { html, type Markup } from './markup.ts'
import { notJudged } from './not-judged.ts'
import { pictureSection } from './picture.ts'
import { runFacts } from './run-facts.ts'
import { topBar } from './top-bar.ts'
import { pageTone, verdictHeader } from './verdict-header.ts'

/** The whole report as one page that needs no network, and no script to be read. */
export const writeHtml = (report: ConformanceReport): string => {
  const [generous, ...tighter] = allLimits
  let judged = judgedParts(report, generous)
  let bare = weightOf(report, judged)
  // What is judged comes first; exchanges get what is left, a third at least of all.
  for (const limits of tighter) {
    if (bare <= (2 * mostBytes) / 3) break
    judged = judgedParts(report, limits)
    bare = weightOf(report, judged)
  }
  return pageOf(report, judged, exchanges(report, mostBytes - bare))
}

const weightOf = (report: ConformanceReport, judged: Markup): number =>
  Buffer.byteLength(pageOf(report, judged, undefined))

const judgedParts = (
  report: ConformanceReport,
  limits: Limits,
): Markup => html`${deviations(report, limits)}
${warnings(report, limits)}
${notJudged(report)}
${pictureSection(report)}
${areaOverview(report)}
${areaSections(report, limits)}`

const pageOf = (
  report: ConformanceReport,
  judged: Markup,
  exchangesShown: Markup | undefined,
): string => {
  const { target, verdict } = report
  return documentOf({
    title: `${target.environment}: ${verdict} (krr-conformance)`,
    bar: topBar(report, pageTone(report)),
    header: verdictHeader(report),
    content: html`${judged}
${exchangesShown}
${runFacts(report)}`,
  })
}
