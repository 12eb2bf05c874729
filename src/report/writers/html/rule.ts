import { shortened } from '../../../evidence/visible-text.ts'
import { findingGroups } from '../../finding-groups.ts'
import { type ConformanceReport, type Observation, type RuleResult, verdicts } from '../../model.ts'
import { consequenceIn } from '../../words/language.ts'
import type { PageWords } from '../../words/page.ts'
import { findingList, placeList, repeatLines } from './findings.ts'
import type { Limits } from './limits.ts'
import { citation } from './links.ts'
import { html, type Markup, textBetweenTags } from './markup.ts'
import { ruleTone, ruleWord, verdictTag } from './tone.ts'

/**
 * One rule with all that was observed of it. The anchor lies within the folded part: a browser opens what
 * a link leads into.
 */
export const ruleRow = (
  rule: RuleResult,
  target: ConformanceReport['target'],
  limits: Limits,
  words: PageWords,
): Markup => html`
<details class="row ${ruleTone(rule)}" data-verdict="${ruleWord(rule)}" data-level="${rule.level}" data-area="${rule.area}">
<summary><span class="id">${rule.id}</span> <span class="grow">${rule.title}</span>
<span class="level">${rule.level}</span> ${verdictTag(rule, words.language)}</summary>
<div class="inside" id="${rule.id}">
${rule.observations.length > 0 ? undefined : html`<p>${rule.reason}.</p>`}
<dl class="why"><dt>${rule.level}</dt><dd>${words.levels[rule.level]}</dd>
<dt>${rule.basis}</dt><dd>${words.bases[rule.basis]}</dd>
${consequenceLine(rule, words)}</dl>
${rule.citations.map(citation)}
${differences(rule, target, limits, words)}
${judged(rule, words).map(([verdict, reason, own]) => judgements(rule, [verdict, reason, own], limits, words))}
${repeatLines(rule, target.environment, words)}
</div>
</details>`

/** What it means that it is not kept: of interest whatever came of it. */
const consequenceLine = ({ id }: RuleResult, words: PageWords): Markup | undefined => {
  const consequence = consequenceIn(words.language, id)
  return consequence === undefined
    ? undefined
    : html`<dt>${words.consequence}</dt><dd>${consequence}</dd>`
}

const differences = (
  rule: RuleResult,
  target: ConformanceReport['target'],
  limits: Limits,
  words: PageWords,
): Markup | undefined => {
  const groups = findingGroups(rule, target)
  if (groups.length === 0) return undefined
  const more = groups.length - limits.findingsInFull
  return html`<h4>${words.expectedAndReceived}</h4>
${findingList(groups, limits, words, limits.findingsInFull)}
${more > 0 ? html`<p>${words.inReportJson(words.moreDifferences(more))}</p>` : undefined}`
}

type Judged = readonly [
  verdict: Observation['verdict'],
  remark: string,
  own: readonly Observation[],
]

/** Judgements that came out alike, for the same reason: a rule is judged in dozens of places. */
const judged = ({ observations }: RuleResult, words: PageWords): readonly Judged[] => {
  const groups = new Map<string, Observation[]>()
  for (const observation of observations) {
    const { verdict, level, reason, met } = observation
    const key = JSON.stringify([verdict, level, reason, met])
    const group = groups.get(key) ?? []
    group.push(observation)
    groups.set(key, group)
  }
  return [...groups.values()]
    .map((own): Judged => {
      const [{ verdict, reason, met } = { verdict: 'passed' as const }] = own
      const remark = [reason, met === undefined ? undefined : words.met(met)]
      return [verdict, remark.filter((part) => part !== undefined).join('; '), own]
    })
    .toSorted(([one], [other]) => severity.indexOf(one) - severity.indexOf(other))
}

const severity = ['failed', 'errored', ...verdicts.filter((own) => own !== 'failed')]

const judgements = (
  { level }: RuleResult,
  [verdict, remark, own]: Judged,
  limits: Limits,
  words: PageWords,
): Markup | undefined =>
  verdict === 'failed' && own.every(({ findings }) => findings.length > 0) && remark === ''
    ? undefined
    : html`<h4>${verdictTag({ level: own[0]?.level ?? level, verdict }, words.language)} ${words.inPlaces(own.length)}</h4>
${remark === '' ? undefined : html`<p class="soft">${textBetweenTags(shortened(remark, limits.characters))}</p>`}
${placeList(own, limits, words)}`
