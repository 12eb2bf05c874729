import { levels } from '../../counts.ts'
import { areas, type RuleResult } from '../../model.ts'
import { html, type Markup } from './markup.ts'
import { ruleWord } from './tone.ts'

/** Filters of the rules, hidden until the script shows that it runs. */
export const ruleFilters = (rules: readonly RuleResult[]): Markup => {
  const occurring = (all: readonly string[], of: (rule: RuleResult) => string) =>
    all.filter((one) => rules.some((rule) => of(rule) === one))
  const words = [...new Set(rules.map(ruleWord))]
  return html`<form class="filters" data-filters="#rules .row" data-groups="#rules .area" hidden aria-label="Filter the rules">
${choice('verdict', 'Verdict', words)}
${choice(
  'level',
  'Level',
  occurring(levels, ({ level }) => level),
)}
${choice(
  'area',
  'Area',
  occurring(areas, ({ area }) => area),
)}
<label>Text <input type="search" name="text" autocomplete="off" placeholder="id or title"></label>
<button type="reset">Clear</button> <span role="status"></span>
</form>`
}

/** Filters of the exchanges. */
export const exchangeFilters = (): Markup =>
  html`<form class="filters" data-filters="#exchanges .row" data-groups="#exchanges .none" hidden aria-label="Filter the exchanges">
${choice('part', 'Which', ['troubled', 'retried', 'shown'])}
<label>Text <input type="search" name="text" autocomplete="off" placeholder="id, what was asked, status"></label>
<button type="reset">Clear</button> <span role="status"></span>
</form>`

const choice = (name: string, label: string, options: readonly string[]): Markup =>
  html`<label>${label} <select name="${name}"><option value="">all</option>${options.map(
    (option) => html`<option>${option}</option>`,
  )}</select></label>`
