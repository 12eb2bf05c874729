import { countRules } from '../../counts.ts'
import type { ConformanceReport } from '../../model.ts'
import { trustSentence } from '../../trust-sentence.ts'
import { rulesWith } from '../../verdict.ts'
import {
  alarmSentences,
  counted,
  registerSentence,
  verdictSentence,
  verdictWords,
} from '../../verdict-sentence.ts'
import { bar } from './areas.ts'
import { instant } from './links.ts'
import { html, type Markup } from './markup.ts'
import { openCounts, openRules } from './not-judged.ts'
import { environmentTone, signOf, type Tone } from './tone.ts'

/** The tone of a page: what matters more than the verdict colours it too. */
export const pageTone = (report: ConformanceReport): Tone =>
  alarmSentences(report).length > 0 ? 'bad' : environmentTone(report.verdict)

/** The first screen: the verdict in a sentence, what it covers, what it does not, and how far to trust it. */
export const verdictHeader = (report: ConformanceReport): Markup => {
  const { target, run, trouble } = report
  const words = verdictWords(report)
  const tone = pageTone(report)
  return html`<div class="verdict ${tone}">
<p class="kicker">Conformance of <strong>${target.environment}</strong> <span>${instant(run.startedAt)}</span> <span><code>${target.apiUrl}</code></span></p>
<h1><span class="seal">${signOf(tone)}</span>${words.charAt(0).toUpperCase() + words.slice(1)}</h1>
<p class="sentence">${verdictSentence(report)}</p>
${alarmSentences(report).map((sentence) => html`<p class="alarm"><strong>${sentence}</strong></p>`)}
${trouble.map((line) => html`<p class="alarm">${line}</p>`)}
${bar(report.rules)}
<ul class="tally">${tally(report)}</ul>
<div class="beside">
<section aria-labelledby="judged"><h2 id="judged">Judged</h2>${judged(report)}</section>
<section aria-labelledby="open"><h2 id="open">Not judged</h2>${open(report)}</section>
<section aria-labelledby="trust"><h2 id="trust">How far to trust it</h2><p>${trustSentence(report)}</p></section>
<section aria-labelledby="meaning"><h2 id="meaning">What a pass does not mean</h2>
<p>It speaks of the answers of this one run, for these test users, by the sentences cited. It does not say that the environment is secure, fast or always there, nor that other people’s data are right.</p></section>
</div></div>`
}

const tally = (report: ConformanceReport): readonly Markup[] => {
  const { byLevel, warnings } = countRules(report.rules)
  const passed = byLevel.MUST.passed + byLevel.SHOULD.passed + byLevel.INFO.passed
  return [
    figure('good', passed, 'passed', 'rules'),
    figure(
      'bad',
      byLevel.MUST.failed,
      byLevel.MUST.failed === 1 ? 'deviation' : 'deviations',
      'deviations',
    ),
    figure('doubt', warnings, warnings === 1 ? 'warning' : 'warnings', 'warnings'),
    figure('quiet', openRules(report).length, 'not judged, or in part', 'not-judged'),
  ]
}

/** A number without anything behind it leads nowhere, and is quiet. */
const figure = (tone: Tone, number: number, word: string, id: string): Markup => {
  const content = html`<b>${number}</b> ${word}`
  return number === 0
    ? html`<li class="none">${content}</li>`
    : html`<li class="${tone}"><a href="#${id}">${content}</a></li>`
}

const judged = ({ rules, run, exchanges }: ConformanceReport): Markup => {
  const { judgements } = countRules(rules)
  return html`<p>${counted(rules.length, 'rule')}, ${counted(judgements, 'judgement')} on ${counted(exchanges.length, 'exchange')}${
    run.selection === 'partial' ? ', of selected rules only' : ''
  }, in ${(run.durationMs / 1000).toFixed(1)} s with ${counted(run.logins, 'login')}.</p>`
}

const open = (report: ConformanceReport): Markup => {
  const rules = openRules(report)
  const musts = rules.filter(({ level }) => level === 'MUST')
  if (rules.length === 0) {
    return html`<p>Nothing was left out${report.run.selection === 'partial' ? ', but for the rules that were not selected' : ''}.</p>${register(report)}`
  }
  return html`<p><a href="#not-judged">${counted(rules.length, 'rule')}</a>, ${musts.length} of them MUST: ${openCounts(rules)}.</p>
${reasons(report)}${register(report)}`
}

/** The gravest reasons in their own words; the rest stands below. */
const reasons = (report: ConformanceReport): Markup => {
  const grave = rulesWith(
    report.rules,
    'MUST',
    'inconclusive',
    'errored',
    'not-run',
    'not-exercised',
  )
  const distinct = [...new Set(grave.map(({ reason }) => reason))]
  return distinct.length === 0 || report.run.selection === 'partial'
    ? html``
    : html`<ul>${distinct.slice(0, 3).map((reason) => html`<li>${reason}</li>`)}${
        distinct.length > 3
          ? html`<li><a href="#not-judged">and ${distinct.length - 3} more reasons</a></li>`
          : undefined
      }</ul>`
}

const register = ({ register: own }: ConformanceReport): Markup | undefined =>
  own.restored === false ? undefined : html`<p>${registerSentence(own)}</p>`
