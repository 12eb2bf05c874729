import { shortened } from '../../../evidence/visible-text.ts'
import { countRules } from '../../counts.ts'
import { findingGroups } from '../../finding-groups.ts'
import { failingFindings } from '../../fingerprint.ts'
import type { ConformanceReport, RuleResult } from '../../model.ts'
import { trustSentence } from '../../trust-sentence.ts'
import { causeOf, rulesWith } from '../../verdict.ts'
import {
  alarmSentences,
  counted,
  failingSince,
  registerSentence,
  verdictSentence,
  verdictWords,
} from '../../verdict-sentence.ts'
import { consequenceIn, type Language } from '../../words/language.ts'
import { bar } from './areas.ts'
import { repeatCommand } from './findings.ts'
import { instant } from './links.ts'
import { html, type Markup } from './markup.ts'
import { openCounts, openRules } from './not-judged.ts'
import { environmentTone, signOf, type Tone } from './tone.ts'

/** The tone of a page: what matters more than the verdict colours it too. */
export const pageTone = (report: ConformanceReport): Tone =>
  alarmSentences(report).length > 0 ? 'bad' : environmentTone(report.verdict)

/** The first screen: the verdict in a sentence, what is broken and since when, what was judged and what was not. */
export const verdictHeader = (report: ConformanceReport, language: Language): Markup => {
  const { target, run, trouble } = report
  const words = verdictWords(report)
  const tone = pageTone(report)
  return html`<div class="verdict ${tone}">
<p class="kicker">Conformance of <strong>${target.environment}</strong> <span>${instant(run.startedAt)}</span> <span><code>${target.apiUrl}</code></span></p>
<h1><span class="seal">${signOf(tone)}</span>${words.charAt(0).toUpperCase() + words.slice(1)}</h1>
<p class="sentence">${verdictSentence(report)}</p>
${alarmSentences(report).map((sentence) => html`<p class="alarm"><strong>${sentence}</strong></p>`)}
${trouble.map((line) => html`<p class="alarm">${line}</p>`)}
${broken(report, language)}
${bar(report.rules)}
<ul class="tally">${tally(report)}</ul>
<div class="beside">
<section aria-labelledby="judged"><h2 id="judged">Judged</h2>${judged(report)}</section>
<section aria-labelledby="open"><h2 id="open">Not judged</h2>${open(report)}</section>
</div></div>`
}

/** What a reader may rely on: the last words of the page. */
export const trust = (
  report: ConformanceReport,
): Markup => html`<section id="trust" aria-labelledby="trust-title">
<h2 id="trust-title">How far to trust it</h2><p>${trustSentence(report)}</p>
<h3>What a pass does not mean</h3>
<p>It speaks of the answers of this one run, for these test users, by the sentences cited. It does not say that the environment is secure, fast or always there, nor that other people’s data are right.</p></section>`

/** So many rules are told on the first screen. */
const mostBroken = 5
const mostCharacters = 140

/** The failed MUST rules, the first difference of each, and the command that shows the first of them again. */
const broken = (report: ConformanceReport, language: Language): Markup | undefined => {
  const failures = rulesWith(report.rules, 'MUST', 'failed')
  const [first] = failures
  if (first === undefined) return undefined
  const more = failures.length - mostBroken
  return html`<section class="broken" aria-labelledby="broken"><h2 id="broken">What is broken</h2>
<ol>${failures.slice(0, mostBroken).map((rule) => brokenRule(rule, report, language))}</ol>
${more > 0 ? html`<p><a href="#deviations">and ${counted(more, 'more rule')}</a></p>` : undefined}
<p>See the first one again: <code data-copy>${repeatCommand(first, report.target.environment)}</code></p></section>`
}

const brokenRule = (rule: RuleResult, report: ConformanceReport, language: Language): Markup => {
  const consequence = consequenceIn(language, rule.id)
  const groups = findingGroups(rule, report.target)
  const [group] = groups
  const places = rule.observations.filter(({ verdict }) => verdict === 'failed').length
  const cause = causeOf(rule)
  const facts = [
    cause === undefined ? undefined : `follows from ${cause}: one fault is behind both`,
    `in ${counted(places, 'place')}`,
    failingSince(report, rule.id),
    knownWords(rule, report),
  ].filter((fact) => fact !== undefined)
  return html`<li><p class="what"><a href="#deviation-${rule.id}">${rule.title}</a> <code>${rule.id}</code></p>
${consequence === undefined ? undefined : html`<p>${consequence}</p>`}
${
  group === undefined
    ? html`<p>${rule.reason}</p>`
    : html`<p><code>${brief(group.finding.at)}</code> expected <code>${brief(group.finding.expected)}</code>, received <code>${brief(group.finding.actual)}</code></p>`
}<p class="soft">${facts.join('; ')}</p></li>`
}

/** Whether known-deviations.yaml covers the rule, all that was found of it or a part. */
const knownWords = (rule: RuleResult, report: ConformanceReport): string | undefined => {
  const covered = report.known?.covered.filter((own) => own.rule === rule.id) ?? []
  const [first] = covered.toSorted((one, other) => one.expires.localeCompare(other.expires))
  if (first === undefined) return undefined
  const fingerprints = new Set(covered.map(({ fingerprint }) => fingerprint))
  const isWhole = failingFindings(report, [rule]).every((own) => fingerprints.has(own.fingerprint))
  return `known${isWhole ? '' : ' in part'} until ${first.expires}, ${first.owner}`
}

const brief = (text: string): string => shortened(text, mostCharacters)

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
