import { createHash } from 'node:crypto'
import type { ConformanceReport } from '../../model.ts'
import { areaSections } from './areas.ts'
import { deviations, warnings } from './deviations.ts'
import { exchanges } from './exchange.ts'
import { html, stylesheetElement } from './markup.ts'
import { notJudged } from './not-judged.ts'
import { stylesheet } from './stylesheet.ts'
import { overview, verdictHeader } from './verdict-header.ts'

/** The page may load nothing and run nothing; its one stylesheet is named by its digest (CSP 3, 2.3.1). */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(stylesheet).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The whole report as one page that needs no network and no script. */
export const writeHtml = (report: ConformanceReport): string => {
  const { environment } = report.target
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${environment}: ${report.verdict} (krr-conformance)</title>
${stylesheetElement(stylesheet)}
</head>
<body>
<main>
${verdictHeader(report)}
${deviations(report)}
${overview(report)}
${notJudged(report)}
${warnings(report)}
${areaSections(report)}
${exchanges(report.exchanges)}
</main>
</body>
</html>
`
  return page.text
}
