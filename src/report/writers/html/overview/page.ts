import type { History } from '../../../history/history.ts'
import { counted } from '../../../verdict-sentence.ts'
import { documentOf } from '../document.ts'
import { readableTime } from '../links.ts'
import { html } from '../markup.ts'
import { environmentTone, signOf } from '../tone.ts'
import { environmentSection } from './environment.ts'

/** All environments over time as one page; its links lead to the reports beside it. */
export const writeOverview = (histories: readonly History[]): string => {
  const shown = histories.toSorted((one, other) => urgency(one) - urgency(other))
  const conforming = shown.filter((own) => verdictOf(own) === 'conformant')
  const latest = shown
    .flatMap(({ entries }) => entries.slice(-1))
    .map(({ finishedAt }) => finishedAt)
    .toSorted()
    .at(-1)
  const tone = conforming.length === shown.length ? 'good' : environmentTone(verdictOf(shown[0]))
  return documentOf({
    title: 'environments (krr-conformance)',
    bar: html`<nav class="top" aria-label="Environments"><div class="column"><a class="home" href="#top">krr-conformance</a>
<ul>${shown.map(
      ({ environment, entries }) =>
        html`<li><a href="#env-${environment}" class="${environmentTone(entries.at(-1)?.verdict ?? 'inconclusive')}">${signOf(environmentTone(entries.at(-1)?.verdict ?? 'inconclusive'))}${environment}</a></li>`,
    )}</ul></div></nav>`,
    header: html`<div class="verdict ${tone}">
<p class="kicker">${counted(shown.length, 'environment')}, latest run ${readableTime(latest ?? '')}</p>
<h1>${headline(conforming.length, shown.length)}</h1></div>`,
    content: html`${shown.map(environmentSection)}`,
  })
}

const headline = (conforming: number, all: number): string => {
  if (conforming === all) return all === 1 ? 'The environment conforms' : `All ${all} conform`
  return `${conforming} of ${all} ${conforming === 1 ? 'conforms' : 'conform'}`
}

const verdictOf = (history: History | undefined) =>
  history?.entries.at(-1)?.verdict ?? 'inconclusive'

const urgency = (history: History): number =>
  ['deviating', 'inconclusive', 'deviating (known)', 'partial', 'conformant'].indexOf(
    verdictOf(history),
  )
