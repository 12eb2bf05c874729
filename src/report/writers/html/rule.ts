import { shortened } from '../../../evidence/visible-text.ts'
import { findingGroups } from '../../finding-groups.ts'
import { type ConformanceReport, type Observation, type RuleResult, verdicts } from '../../model.ts'
import { counted } from '../../verdict-sentence.ts'
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
): Markup => html`
<details class="row ${ruleTone(rule)}" data-verdict="${ruleWord(rule)}" data-level="${rule.level}" data-area="${rule.area}">
<summary><span class="id">${rule.id}</span> <span class="grow">${rule.title}</span>
<span class="level">${rule.level}</span> ${verdictTag(rule)}</summary>
<div class="inside" id="${rule.id}">
${rule.observations.length > 0 ? undefined : html`<p>${rule.reason}.</p>`}
<dl class="why"><dt>${rule.level}</dt><dd>${levelMeanings[rule.level]}</dd>
<dt>${rule.basis}</dt><dd>${basisMeanings[rule.basis]}</dd></dl>
${rule.citations.map(citation)}
${differences(rule, target, limits)}
${judged(rule).map(([verdict, reason, own]) => judgements(rule, verdict, reason, own, limits))}
${repeatLines(rule, target.environment)}
</div>
</details>`

const levelMeanings = {
  MUST: 'a deviation fails the environment',
  SHOULD: 'a deviation is a warning and fails no run',
  INFO: 'what is met is told, and fails nothing',
} as const satisfies Record<RuleResult['level'], string>

const basisMeanings = {
  documented: 'Digdir documents it',
  observed: "Digdir's own tests or clients rely on it",
  standard: 'a standard that the API stands on says so',
  assumed: 'no source says so outright; it is read between the lines',
} as const satisfies Record<RuleResult['basis'], string>

const differences = (
  rule: RuleResult,
  target: ConformanceReport['target'],
  limits: Limits,
): Markup | undefined => {
  const groups = findingGroups(rule, target)
  if (groups.length === 0) return undefined
  const more = groups.length - limits.findingsInFull
  return html`<h4>Expected and received</h4>
${findingList(groups, limits, limits.findingsInFull)}
${more > 0 ? html`<p>and ${counted(more, 'more difference')}, in report.json</p>` : undefined}`
}

type Judged = readonly [
  verdict: Observation['verdict'],
  remark: string,
  own: readonly Observation[],
]

/** Judgements that came out alike, for the same reason: a rule is judged in dozens of places. */
const judged = ({ observations }: RuleResult): readonly Judged[] => {
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
      const remark = [reason, met === undefined ? undefined : `met: ${met}`]
      return [verdict, remark.filter((part) => part !== undefined).join('; '), own]
    })
    .toSorted(([one], [other]) => severity.indexOf(one) - severity.indexOf(other))
}

const severity = ['failed', 'errored', ...verdicts.filter((own) => own !== 'failed')]

const judgements = (
  { level }: RuleResult,
  verdict: Observation['verdict'],
  remark: string,
  own: readonly Observation[],
  limits: Limits,
): Markup | undefined =>
  verdict === 'failed' && own.every(({ findings }) => findings.length > 0) && remark === ''
    ? undefined
    : html`<h4>${verdictTag({ level: own[0]?.level ?? level, verdict })} in ${counted(own.length, 'place')}</h4>
${remark === '' ? undefined : html`<p class="soft">${textBetweenTags(shortened(remark, limits.characters))}</p>`}
${placeList(own, limits)}`
