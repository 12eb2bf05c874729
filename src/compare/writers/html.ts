import { documentOf } from '../../report/writers/html/document.ts'
import { html, type Markup } from '../../report/writers/html/markup.ts'
import type { Tone } from '../../report/writers/html/tone.ts'
import { documentDifferences } from '../documents.ts'
import type {
  BehaviourDifference,
  Comparison,
  DocumentDifference,
  RuleDifference,
  RulePlace,
} from '../model.ts'
import {
  comparisonSentence,
  documentSentence,
  latencyCells,
  ruleChange,
  ruleGroups,
  runName,
} from '../words.ts'

/** One page that needs no network and no script. */
export const writeHtml = (comparison: Comparison): string => {
  const { from, to, rules } = comparison
  const groups = ruleGroups.map(([code, title]) =>
    ruleSection(
      title,
      rules.differences.filter((difference) => difference.code === code),
    ),
  )
  return documentOf({
    title: `${from.environment} and ${to.environment} compared (krr-conformance)`,
    header: header(comparison),
    content: html`${groups}
${behaviourSection(comparison.behaviour.differences)}
${documentSection(documentDifferences(comparison.document))}
${latencySection(comparison)}`,
  })
}

const header = (comparison: Comparison): Markup => {
  const { same, from, to, remarks } = comparison
  return html`<div class="verdict ${same ? 'good' : 'doubt'}">
<p class="kicker">Comparison of two runs</p>
<h1>${same ? 'Nothing differs' : 'Different'}</h1>
<p class="sentence">${comparisonSentence(comparison)}</p>
<dl class="table"><dt>from</dt><dd>${runName(from)}</dd><dt>to</dt><dd>${runName(to)}</dd></dl>
${remarks.length === 0 ? undefined : html`<ul>${remarks.map((own) => html`<li>${own}</li>`)}</ul>`}
</div>`
}

const ruleSection = (title: string, differences: readonly RuleDifference[]): Markup | undefined =>
  differences.length === 0
    ? undefined
    : html`<section><h2>${title} (${differences.length})</h2><div class="stack">
${differences.map(ruleCard)}
</div></section>`

const ruleCard = (difference: RuleDifference): Markup => {
  const { id, title, level, silenced, changed } = difference
  return html`<article class="card deviation ${ruleTone(difference)}" id="${id}">
<div class="heading"><span class="id">${id}</span><h3>${title}</h3><span class="tag">${level}</span></div>
<p>${ruleChange(difference)}</p>
${placeList('Fell silent in', silenced)}
${placeList('Changed in', changed)}
</article>`
}

const ruleTone = ({ code, to }: RuleDifference): Tone => {
  if (to === 'failed') return 'bad'
  return code === 'rule-silenced' || code === 'rule-removed' ? 'doubt' : 'quiet'
}

const placeList = (title: string, places: readonly RulePlace[]): Markup | undefined =>
  places.length === 0
    ? undefined
    : html`<details class="row"><summary><span class="grow">${title} ${places.length === 1 ? '1 place' : `${places.length} places`}</span></summary>
<div class="inside">${alike(places).map(
        ({ from, to, where }) =>
          html`<div class="finding">${sides(from, to)}<ul class="places">${where.map((own) => html`<li>${own}</li>`)}</ul></div>`,
      )}</div></details>`

/** Places in which the same became of the same: a rule is judged in dozens of them. */
const alike = (places: readonly RulePlace[]) =>
  [...new Set(places.map(({ from, to }) => JSON.stringify([from, to])))].map((key) => {
    const [from, to] = JSON.parse(key) as [string, string]
    return {
      from,
      to,
      where: places.filter((own) => own.from === from && own.to === to).map(({ where }) => where),
    }
  })

const sides = (from: string, to: string): Markup => html`<div class="compare">
<div class="quiet"><span class="label">from</span><code>${from}</code></div>
<div class="doubt"><span class="label">to</span><code>${to}</code></div>
</div>`

const behaviourSection = (differences: readonly BehaviourDifference[]): Markup | undefined =>
  differences.length === 0
    ? undefined
    : html`<section><h2>Behaviour (${differences.length})</h2><div class="stack">
${differences.map(behaviourCard)}
</div></section>`

const behaviourCard = ({ code, at, from, to, places }: BehaviourDifference): Markup =>
  html`<article class="card deviation doubt">
<div class="heading"><span class="id">${code}</span><h3><code>${at}</code></h3></div>
${sides(from, to)}
<details class="row"><summary><span class="grow">In ${places.length === 1 ? '1 place' : `${places.length} places`}</span></summary>
<div class="inside"><ul>${places.map((place) => html`<li>${place}</li>`)}</ul></div></details>
</article>`

const documentSection = (differences: readonly DocumentDifference[]): Markup | undefined =>
  differences.length === 0
    ? undefined
    : html`<section><h2>Published document (${differences.length})</h2><div class="card"><ul>
${differences.map((own) => html`<li>${documentSentence(own)}</li>`)}</ul></div></section>`

const latencySection = ({ latency }: Comparison): Markup | undefined =>
  latency.length === 0
    ? undefined
    : html`<section><h2>Latency in ms</h2><div class="card wide"><table>
<thead><tr><th scope="col">what was asked for</th>${['from', 'to'].flatMap((side) =>
        ['fastest', 'median', 'p95'].map(
          (own) => html`<th scope="col" class="number">${side}, ${own}</th>`,
        ),
      )}</tr></thead>
<tbody>${latency.map((pair) => {
        const [of = '', ...cells] = latencyCells(pair)
        return html`<tr><th scope="row">${of}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>`
      })}</tbody></table></div></section>`
