import { levels } from '../../counts.ts'
import { areas, type RuleResult } from '../../model.ts'
import type { PageWords } from '../../words/page.ts'
import { sentencesIn } from '../../words/sentences.ts'
import { html, type Markup } from './markup.ts'
import { ruleWord } from './tone.ts'

/** Filters of the rules, hidden until the script shows that it runs. */
export const ruleFilters = (rules: readonly RuleResult[], words: PageWords): Markup => {
  const { ruleVerdicts } = sentencesIn(words.language)
  const occurring = (all: readonly string[], of: (rule: RuleResult) => string) =>
    all.filter((one) => rules.some((rule) => of(rule) === one))
  const verdicts = [...new Set(rules.map(ruleWord))]
  return html`<form class="filters" data-filters="#rules .row" data-groups="#rules .area" hidden aria-label="${words.filterRules}" data-told="${words.shownOf}">
${choice('verdict', words.verdict, verdicts, words, (own) => Object.entries(ruleVerdicts).find(([name]) => name === own)?.[1] ?? own)}
${choice(
  'level',
  words.level,
  occurring(levels, ({ level }) => level),
  words,
)}
${choice(
  'area',
  words.area,
  occurring(areas, ({ area }) => area),
  words,
)}
<label>${words.text} <input type="search" name="text" autocomplete="off" placeholder="${words.idOrTitle}"></label>
<button type="reset">${words.clear}</button> <span role="status"></span>
</form>`
}

/** Filters of the exchanges. */
export const exchangeFilters = (words: PageWords): Markup =>
  html`<form class="filters" data-filters="#exchanges .row" data-groups="#exchanges .none" hidden aria-label="${words.filterExchanges}" data-told="${words.shownOf}">
${choice('part', words.which, ['troubled', 'retried', 'shown'], words)}
<label>${words.text} <input type="search" name="text" autocomplete="off" placeholder="${words.idOrStatus}"></label>
<button type="reset">${words.clear}</button> <span role="status"></span>
</form>`

const choice = (
  name: string,
  label: string,
  options: readonly string[],
  words: PageWords,
  shown: (option: string) => string = (option) => option,
): Markup =>
  html`<label>${label} <select name="${name}"><option value="">${words.all}</option>${options.map(
    (option) => html`<option value="${option}">${shown(option)}</option>`,
  )}</select></label>`
