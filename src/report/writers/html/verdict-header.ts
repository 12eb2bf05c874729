import { shortened } from '../../../evidence/visible-text.ts'
import { type Cause, causesOf } from '../../causes.ts'
import { countRules } from '../../counts.ts'
import { findingGroups } from '../../finding-groups.ts'
import { failingFindings } from '../../fingerprint.ts'
import type { ConformanceReport, RuleResult } from '../../model.ts'
import { trustSentence } from '../../trust-sentence.ts'
import { rulesWith } from '../../verdict.ts'
import {
  alarmSentences,
  failingSince,
  registerSentence,
  verdictSentence,
  verdictWords,
} from '../../verdict-sentence.ts'
import { consequenceIn } from '../../words/language.ts'
import type { PageWords } from '../../words/page.ts'
import { bar } from './areas.ts'
import { repeatCommand } from './findings.ts'
import { instant } from './links.ts'
import { html, type Markup } from './markup.ts'
import { openCounts, openRules } from './not-judged.ts'
import { environmentTone, signOf, type Tone } from './tone.ts'

/** The tone of a page: what matters more than the verdict colours it too. */
export const pageTone = (report: ConformanceReport): Tone =>
  alarmSentences(report).length > 0 ? 'bad' : environmentTone(report.verdict)

/** The first screen: the verdict in a sentence, what is broken by cause, what was judged and what was not. */
export const verdictHeader = (report: ConformanceReport, words: PageWords): Markup => {
  const { target, run, trouble } = report
  const { language } = words
  const headline = verdictWords(report, language)
  const tone = pageTone(report)
  return html`<div class="verdict ${tone}">
<p class="kicker">${words.conformanceOf} <strong>${target.environment}</strong> <span>${instant(run.startedAt, language)}</span> <span><code>${target.apiUrl}</code></span></p>
<h1><span class="seal">${signOf(tone)}</span>${headline.charAt(0).toUpperCase() + headline.slice(1)}</h1>
<p class="sentence">${verdictSentence(report, language)}</p>
${alarmSentences(report, language).map((sentence) => html`<p class="alarm"><strong>${sentence}</strong></p>`)}
${trouble.map((line) => html`<p class="alarm">${line}</p>`)}
${broken(report, words)}
${bar(report.rules)}
<ul class="tally">${tally(report, words)}</ul>
<section class="open-now" aria-labelledby="open"><h2 id="open">${words.notJudged}</h2>${open(report, words)}
<p><a href="#trust">${words.howFar}</a></p></section></div>`
}

/** What a reader may rely on: the last words of the page. */
export const trust = (
  report: ConformanceReport,
  words: PageWords,
): Markup => html`<section id="trust" aria-labelledby="trust-title">
<h2 id="trust-title">${words.trustTitle}</h2><p${words.language === 'en' ? undefined : html` lang="en"`}>${trustSentence(report)}</p>
<h3>${words.passMeans}</h3>
<p>${words.passIs}</p></section>`

/** So many causes are told on the first screen. */
const mostCauses = 4
const mostCharacters = 140

/** The failed MUST rules by cause, the first difference of each, and the command that shows the first of them again. */
const broken = (report: ConformanceReport, words: PageWords): Markup | undefined => {
  const causes = causesOf(report)
  const [first] = causes
  if (first === undefined) return undefined
  const more = causes.length - mostCauses
  return html`<section class="broken" aria-labelledby="broken"><h2 id="broken">${words.broken} <span class="count">${words.brokenBy(causes.length)}</span></h2>
<ol>${causes.slice(0, mostCauses).map((cause) => brokenCause(cause, report, words))}</ol>
${more > 0 ? html`<p><a href="#deviations">${words.moreCauses(more)}</a></p>` : undefined}
<p class="command">${words.seeAgain} <code data-copy>${repeatCommand(first.lead, report.target.environment)}</code></p></section>`
}

const brokenCause = (
  { lead, followers }: Cause,
  report: ConformanceReport,
  words: PageWords,
): Markup => {
  const { language } = words
  const [group] = findingGroups(lead, report.target)
  const places = lead.observations.filter(({ verdict }) => verdict === 'failed').length
  const facts = [
    failingSince(report, lead.id, language),
    knownWords(lead, report, words),
    words.inPlaces(places),
  ].filter((fact) => fact !== undefined)
  return html`<li><p class="what"><a href="#deviation-${lead.id}">${lead.title}</a> <code>${lead.id}</code></p>
<p class="consequence">${consequenceIn(language, lead.id)}</p>
${
  group === undefined
    ? html`<p>${lead.reason}</p>`
    : html`<p class="found"><code>${brief(group.finding.at)}</code> ${words.expected} <code>${brief(group.finding.expected)}</code>, ${words.received} <code>${brief(group.finding.actual)}</code></p>`
}
<p class="soft">${facts.join('; ')}</p>
${
  followers.length === 0
    ? undefined
    : html`<details class="with"><summary>${words.follows(followers.length)}</summary><ul class="plain">${followers.map(
        ({ id, title }) =>
          html`<li><a href="#deviation-${id}">${title}</a> <code>${id}</code> <span class="soft">${failingSince(report, id, language)}</span></li>`,
      )}</ul></details>`
}</li>`
}

/** Whether known-deviations.yaml covers the rule, all that was found of it or a part. */
const knownWords = (
  rule: RuleResult,
  report: ConformanceReport,
  words: PageWords,
): string | undefined => {
  const covered = report.known?.covered.filter((own) => own.rule === rule.id) ?? []
  const [first] = covered.toSorted((one, other) => one.expires.localeCompare(other.expires))
  if (first === undefined) return undefined
  const fingerprints = new Set(covered.map(({ fingerprint }) => fingerprint))
  const isWhole = failingFindings(report, [rule]).every((own) => fingerprints.has(own.fingerprint))
  return words.knownUntil(first.expires, first.owner, isWhole)
}

const brief = (text: string): string => shortened(text, mostCharacters)

const tally = (report: ConformanceReport, words: PageWords): readonly Markup[] => {
  const { byLevel, warnings } = countRules(report.rules)
  const { MUST, SHOULD, INFO } = byLevel
  return [
    figure('good', MUST.passed + SHOULD.passed + INFO.passed, words.passed, 'rules'),
    figure('bad', MUST.failed, words.deviations(MUST.failed), 'deviations'),
    figure('doubt', warnings, words.warnings(warnings), 'warnings'),
    figure('quiet', openRules(report).length, words.openInPart, 'not-judged'),
  ]
}

/** A number without anything behind it leads nowhere, and is quiet. */
const figure = (tone: Tone, number: number, word: string, id: string): Markup => {
  const content = html`<b>${number}</b> ${word}`
  return number === 0
    ? html`<li class="none">${content}</li>`
    : html`<li class="${tone}"><a href="#${id}">${content}</a></li>`
}

/** How much was judged, and how long it took. */
export const judgedSentence = (
  { rules, run, exchanges }: ConformanceReport,
  words: PageWords,
): string => {
  const { judgements } = countRules(rules)
  const seconds = (run.durationMs / 1000).toFixed(1)
  return `${words.judgedOn(rules.length, judgements, exchanges.length)}${
    run.selection === 'partial' ? words.selectedOnly : ''
  }${words.took(words.language === 'nb' ? seconds.replace('.', ',') : seconds, run.logins)}`
}

const open = (report: ConformanceReport, words: PageWords): Markup => {
  const rules = openRules(report)
  const musts = rules.filter(({ level }) => level === 'MUST')
  return rules.length === 0
    ? html`<p>${words.nothingLeftOut(report.run.selection === 'partial')}</p>${register(report, words)}`
    : html`<p><a href="#not-judged">${words.rules(rules.length)}</a>${words.ofThemMust(musts.length, openCounts(rules, words))}</p>
${reasons(report, words)}${register(report, words)}`
}

/** The gravest reasons in their own words; the rest stands below. */
const reasons = (report: ConformanceReport, words: PageWords): Markup => {
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
          ? html`<li><a href="#not-judged">${words.moreReasons(distinct.length - 3)}</a></li>`
          : undefined
      }</ul>`
}

const register = (
  { register: own }: ConformanceReport,
  { language }: PageWords,
): Markup | undefined =>
  own.restored === false ? undefined : html`<p>${registerSentence(own, language)}</p>`
