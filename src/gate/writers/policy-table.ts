import { html, type Markup } from '../../report/writers/html/markup.ts'
import { signOf } from '../../report/writers/html/tone.ts'
import { type EnvironmentPolicy, type GatePolicy, strictPolicy } from '../policy/policy.ts'
import type { GateWords } from '../words/words.ts'

/** One key of the policy: what it says here, and whether that accepts more than the strict default. */
interface Row {
  readonly key: string
  readonly asks: keyof GateWords['asks']
  readonly value: string | number | readonly string[]
  readonly isLooser: boolean
}

/** The policy as it was read, key by key. */
export const policySection = (policy: GatePolicy, words: GateWords): Markup =>
  html`<section><h2 id="policy">${words.policy}</h2>
<p class="lead">${words.policyLead}</p>
<div class="wide" role="region" aria-labelledby="policy" tabindex="0"><table class="policy">
<thead><tr><th scope="col">${words.policyKey}</th><th scope="col">${words.policyAsks}</th><th scope="col">${words.policyValue}</th></tr></thead>
<tbody>${[...generalRows(policy), ...environmentRows(policy)].map((row) => tableRow(row, words))}
</tbody></table></div></section>`

const tableRow = ({ key, asks, value, isLooser }: Row, words: GateWords): Markup => {
  const values = typeof value === 'object' ? value : [String(value)]
  return html`
<tr><th scope="row"><code>${key}</code></th><td>${words.asks[asks]}</td><td>${
    values.length === 0 ? words.nothing : values.map((one) => html`<code>${one}</code> `)
  }${isLooser ? html`<span class="tag doubt">${signOf('doubt')}${words.looser}</span>` : undefined}</td></tr>`
}

const generalRows = ({
  ruleSet,
  maxAgeHours,
  block,
  signature,
  keys,
  matrix,
  flakes,
  pair,
}: GatePolicy): readonly Row[] => {
  const row = (asks: Row['asks'], value: Row['value'], isLooser = false): Row => ({
    key: asks,
    asks,
    value,
    isLooser,
  })
  const { breaking, latencyFactor } = strictPolicy.pair
  return [
    row('ruleSet', ruleSet, ruleSet < strictPolicy.ruleSet),
    row('maxAgeHours', maxAgeHours, maxAgeHours > strictPolicy.maxAgeHours),
    row('block.levels', block.levels),
    row('block.rules', block.rules),
    row('signature', signature, signature !== 'required'),
    row('keys', keys),
    row('matrix', matrix, matrix !== 'required'),
    row('flakes', flakes, flakes !== 'known'),
    row(
      'pair.breaking',
      pair.breaking,
      breaking.some((code) => !pair.breaking.includes(code)),
    ),
    row('pair.latencyFactor', pair.latencyFactor, pair.latencyFactor > latencyFactor),
  ]
}

const environmentRows = ({ environments }: GatePolicy): readonly Row[] =>
  Object.entries(environments).flatMap(([name, own]) =>
    (['notExercised', 'notApplicable', 'scopes', 'apiUrl', 'issuer'] as const).flatMap((asks) => {
      const value: EnvironmentPolicy[typeof asks] = own[asks]
      return value === undefined || value.length === 0
        ? []
        : [
            {
              key: `environments.${name}.${asks}`,
              asks,
              value,
              isLooser: typeof value === 'object',
            },
          ]
    }),
  )
