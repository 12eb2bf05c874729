import type { ConformanceReport } from '../../model.ts'
import { rulesWith } from '../../verdict.ts'
import { verdictWords } from '../../verdict-sentence.ts'
import { html, type Markup } from './markup.ts'
import { openRules } from './not-judged.ts'
import { signOf, type Tone } from './tone.ts'

/** The way through the page; it stays in sight on wide screens. */
export const topBar = (
  report: ConformanceReport,
  tone: Tone,
): Markup => html`<nav class="top" aria-label="Report">
<div class="column"><a class="home ${tone}" href="#top">${signOf(tone)}${report.target.environment}: ${verdictWords(report)}</a>
<ul>${sections(report).map(
  ([id, title, number]) =>
    html`<li><a href="#${id}">${title}${number === undefined ? undefined : html` <span class="count">${number}</span>`}</a></li>`,
)}</ul></div></nav>`

type Section = readonly [id: string, title: string, number: number | undefined]

const sections = (report: ConformanceReport): readonly Section[] => {
  const { rules, exchanges, picture = [] } = report
  const all: readonly Section[] = [
    ['deviations', 'Deviations', rulesWith(rules, 'MUST', 'failed').length],
    ['warnings', 'Warnings', rulesWith(rules, 'SHOULD', 'failed').length],
    ['not-judged', 'Not judged', openRules(report).length],
    ['contract', 'Scopes', picture.length === 0 ? 0 : undefined],
    ['areas', 'Areas', undefined],
    ['rules', 'Rules', rules.length],
    ['exchanges', 'Exchanges', exchanges.length],
    ['run', 'Run', undefined],
  ]
  return all.filter(([, , number]) => number !== 0)
}
