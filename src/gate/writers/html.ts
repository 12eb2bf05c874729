import { documentOf } from '../../report/writers/html/document.ts'
import { html, type Markup } from '../../report/writers/html/markup.ts'
import { signOf, type Tone } from '../../report/writers/html/tone.ts'
import {
  type Decision,
  decisionSentence,
  namedIn,
  overrideSentence,
  sideWords,
} from '../decision.ts'
import type { Answer, Reason } from '../reason.ts'
import { listedIn } from './text.ts'

const tones = { yes: 'good', no: 'bad', unknown: 'doubt' } as const satisfies Record<Answer, Tone>

/** One page that needs no network and no script. */
export const writeDecisionHtml = (decision: Decision): string => {
  const { from, to, answer, reasons, remarks, pair } = decision
  return documentOf({
    title: `${from.environment} to ${to.environment}: ${answer} (krr-conformance)`,
    header: header(decision),
    content: html`${
      reasons.length === 0
        ? undefined
        : html`<section><h2>Reasons <span class="count">${reasons.length}</span></h2>
${reasons.map((own) => reasonCard(own, decision))}</section>`
    }
${list('To know', remarks)}
${list('Differences that block nothing', pair === undefined ? [] : listedIn(pair))}
${list('Not compared', pair?.notCompared ?? [])}
${policy(decision)}`,
  })
}

const header = (decision: Decision): Markup => {
  const { answer, from, to, id, decidedAt, harnessVersion } = decision
  const override = overrideSentence(decision)
  return html`<div class="verdict ${tones[answer]}">
<p class="kicker"><span>May a service switch from <strong>${from.environment}</strong> to <strong>${to.environment}</strong>?</span> <span>${decidedAt}</span></p>
<h1><span class="seal">${signOf(tones[answer])}</span>${answer.charAt(0).toUpperCase() + answer.slice(1)}</h1>
<p class="sentence">${decisionSentence(decision)}</p>
${override === undefined ? undefined : html`<p class="alarm"><strong>${override}</strong></p>`}
<div class="beside">
<section><h2>From</h2><p>${sideWords(from)}</p></section>
<section><h2>To</h2><p>${sideWords(to)}</p></section>
<section><h2>Decision</h2><p><code>${id}</code>, by krr-conformance ${harnessVersion}</p></section>
</div></div>`
}

const reasonCard = (own: Reason, decision: Decision): Markup => {
  const about = own.about === 'pair' ? 'the two' : decision[own.about].environment
  const named = namedIn(own, 40)
  return html`<article class="deviation ${own.answer === 'no' ? 'bad' : 'doubt'}">
<h3>${own.what}</h3>
<p class="facts"><code>${own.code}</code> <span>${own.answer}, about ${about}</span></p>
${named === '' ? undefined : html`<p><code>${named}</code></p>`}
<p>What would change it: ${own.change}.</p>
</article>
`
}

const list = (title: string, lines: readonly string[]): Markup | undefined =>
  lines.length === 0
    ? undefined
    : html`<section><h2>${title} <span class="count">${lines.length}</span></h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`

const policy = (decision: Decision): Markup =>
  html`<section><h2>The policy that decided</h2><pre><code>${JSON.stringify(decision.policy, undefined, 2)}</code></pre></section>`
