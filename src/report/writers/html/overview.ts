import {
  alikeRuns,
  flipsOf,
  type HistoryEntry,
  type Latency,
  ruleChanges,
  unchangedSince,
} from '../../history/entry.ts'
import type { History } from '../../history/history.ts'
import { counted, readableTime } from '../../verdict-sentence.ts'
import type { Language } from '../../words/language.ts'
import { documentOf } from './document.ts'
import { instant } from './links.ts'
import { html, type Markup } from './markup.ts'
import { environmentTone, signOf } from './tone.ts'

/** So many runs are shown, the newest. */
const mostRuns = 60

/** The runs as a strip, the newest last, and the same as a table with the links. */
const runStrip = ({ environment, entries, kept }: History): Markup => {
  const shown = entries.slice(-mostRuns)
  return html`<div class="strip" role="img" aria-label="The last ${shown.length} runs, the newest last: ${spoken(shown)}. The table below says the same.">${shown.map(run)}</div>
<details class="twin"><summary>${shown.length < entries.length ? `The last ${shown.length} of ${entries.length} runs` : counted(shown.length, 'run')} as a table</summary>
<div class="wide" role="region" aria-label="Runs of ${environment}" tabindex="0"><table>
<thead><tr><th scope="col">run</th><th scope="col">verdict</th><th scope="col" class="number">deviations</th><th scope="col" class="number">warnings</th>
<th scope="col" class="number">median ms</th><th scope="col" class="number">p95 ms</th><th scope="col">rule set</th></tr></thead>
<tbody>${shown.toReversed().map((entry) => row(entry, environment, kept))}</tbody></table></div></details>`
}

const run = ({ verdict, startedAt, deviations }: HistoryEntry): Markup => {
  const tone = environmentTone(verdict)
  return html`<span class="${tone}" title="${readableTime(startedAt)}: ${verdict}, ${counted(deviations, 'deviation')}">${signOf(tone)}</span>`
}

/** `12 conformant, 2 deviating` */
const spoken = (entries: readonly HistoryEntry[]): string => {
  const counts = new Map<string, number>()
  for (const { verdict } of entries) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return [...counts].map(([verdict, number]) => `${number} ${verdict}`).join(', ')
}

const row = (entry: HistoryEntry, environment: string, kept: ReadonlySet<string>): Markup => {
  const { id, startedAt, verdict, deviations, warnings, latency, ruleSet } = entry
  const tone = environmentTone(verdict)
  return html`
<tr><th scope="row">${kept.has(id) ? html`<a href="${encodeURIComponent(environment)}/runs/${encodeURIComponent(id)}/report.html">${instant(startedAt)}</a>` : instant(startedAt)}</th>
<td><span class="tag ${tone}">${signOf(tone)}${verdict}</span></td><td class="number">${deviations}</td><td class="number">${warnings}</td>
<td class="number">${latency?.median ?? '–'}</td><td class="number">${latency?.p95 ?? '–'}</td><td>${ruleSet}</td></tr>`
}

const [width, height] = [240, 56]

/** How long the person API took, now in words and over the runs as two lines. */
const latencySection = (entries: readonly HistoryEntry[]): Markup => {
  const measured = entries.slice(-mostRuns).flatMap(({ latency }) => latency ?? [])
  const last = entries.at(-1)?.latency
  if (last === undefined) return html`<p>The person API answered nothing in the last run.</p>`
  return html`<p>Median ${last.median} ms, 95th percentile ${last.p95} ms, of ${counted(last.answers, 'answer')}.</p>
${measured.length < 2 ? undefined : sparkline(measured)}`
}

/** Both lines from nought, so that a small change does not look like a great one. */
const sparkline = (measured: readonly Latency[]): Markup => {
  const most = Math.max(1, ...measured.map(({ p95 }) => p95))
  const line = (of: (latency: Latency) => number) =>
    measured
      .map((latency, index) => {
        const x = Math.round((index * width) / (measured.length - 1))
        return `${index === 0 ? 'M' : 'L'}${x} ${Math.round(height - 2 - ((height - 6) * of(latency)) / most)}`
      })
      .join('')
  return html`<svg class="spark" viewBox="0 0 ${width} ${height}" role="img" aria-label="Over ${measured.length} runs: median ${range(measured.map(({ median }) => median))}, 95th percentile ${range(measured.map(({ p95 }) => p95))}.">
<path class="p95" d="${line(({ p95 }) => p95)}"/><path class="median" d="${line(({ median }) => median)}"/></svg>
<p class="soft">Over ${measured.length} runs: median (solid) ${range(measured.map(({ median }) => median))}, 95th percentile (dashed) ${range(measured.map(({ p95 }) => p95))}.</p>`
}

const range = (values: readonly number[]): string =>
  `${Math.min(...values)} to ${Math.max(...values)} ms`

/** One environment: its verdict now and since when, its runs, and what may come next. */
const environmentSection = (history: History): Markup | undefined => {
  const { environment, entries } = history
  const last = entries.at(-1)
  if (last === undefined) return undefined
  const tone = environmentTone(last.verdict)
  return html`<section id="env-${environment}" class="environment ${tone}" aria-labelledby="env-${environment}-title">
<h2 id="env-${environment}-title"><a href="${encodeURIComponent(environment)}/report.html">${environment}</a> <span class="tag ${tone}">${signOf(tone)}${last.verdict}</span></h2>
<p class="lead">${since(entries)} <code>${last.target.apiUrl}</code></p>
${last.isAlarm ? html`<p class="alarm"><strong>The register was not put back, the harness broke, or a known deviation must be seen to: see the report.</strong></p>` : undefined}
${runStrip(history)}
<div class="beside">
<div><h3>Rules that changed</h3>${changes(entries, environment)}</div>
<div><h3>Latency</h3>${latencySection(entries)}</div>
<div><h3>Flakes</h3>${flakes(entries)}${flips(entries, environment)}</div>
<div><h3>Next to end</h3>${expiries(last)}</div>
</div></section>
`
}

const since = (entries: readonly HistoryEntry[]): Markup => {
  const unchanged = unchangedSince(entries)
  if (unchanged === undefined) return html``
  const { since, runs } = unchanged
  const word = since.verdict.charAt(0).toUpperCase() + since.verdict.slice(1)
  return runs === entries.length && runs > 1
    ? html`${word} in all ${counted(runs, 'run')} since ${instant(since.startedAt)}.`
    : html`${word} since ${instant(since.startedAt)}, ${counted(runs, 'run')}.`
}

const mostChanges = 12

const changes = (entries: readonly HistoryEntry[], environment: string): Markup => {
  const [before, now] = entries.slice(-2)
  if (before === undefined || now === undefined)
    return html`<p>One run is known: nothing to compare.</p>`
  const all = ruleChanges(before, now)
  if (all.length === 0) return html`<p>None between the last two runs.</p>`
  return html`<ul class="plain">${all
    .slice(0, mostChanges)
    .map(
      ({ id, from, to }) =>
        html`<li><a class="id" href="${encodeURIComponent(environment)}/report.html#${id}">${id}</a> ${from ?? 'no rule'} → ${to ?? 'no rule'}</li>`,
    )}${all.length > mostChanges ? html`<li>and ${all.length - mostChanges} more</li>` : undefined}</ul>
<p class="soft">Between ${instant(before.startedAt)} and ${instant(now.startedAt)}${
    before.ruleSet === now.ruleSet ? '' : `; rule set ${before.ruleSet} became ${now.ruleSet}`
  }.</p>`
}

const flakes = (entries: readonly HistoryEntry[]): Markup => {
  const last = entries.at(-1)?.flakes ?? []
  const earlier = entries.slice(0, -1).filter((entry) => entry.flakes.length > 0).length
  const sentence = `${earlier} of ${counted(entries.length - 1, 'earlier run')} had some.`
  return html`<p>${
    last.length === 0
      ? 'In the last run every exchange was answered at once.'
      : `In the last run ${counted(last.length, 'exchange')} took more than one attempt.`
  } ${entries.length > 1 ? sentence : ''}</p>
${
  last.length === 0
    ? undefined
    : html`<ul class="plain">${last.slice(0, 5).map(({ label, attempts, trouble }) => html`<li>${label}: ${attempts} attempts, ${trouble}</li>`)}</ul>`
}`
}

/** A rule that goes back and forth on the same target tells of the target, or of what stands before it. */
const flips = (entries: readonly HistoryEntry[], environment: string): Markup | undefined => {
  const all = flipsOf(entries)
  if (all.length === 0) return undefined
  const ids = all
    .slice(0, mostChanges)
    .map(
      ({ id, times }) =>
        html`<li><a class="id" href="${encodeURIComponent(environment)}/report.html#${id}">${id}</a> ${times} times</li>`,
    )
  return html`<p>${counted(all.length, 'rule')} went back and forth between passed and failed in ${counted(alikeRuns(entries).length, 'run')} alike:</p>
<ul class="plain">${ids}${all.length > mostChanges ? html`<li>and ${all.length - mostChanges} more</li>` : undefined}</ul>`
}

const dayMs = 86_400_000

const soonDays = 30

/** Days are counted from the run: the page knows no clock. */
const expiries = ({ expiries, finishedAt }: HistoryEntry): Markup => {
  if (expiries.length === 0)
    return html`<p>No end of a certificate, a client secret or a known deviation is known.</p>`
  const sorted = expiries.toSorted((one, other) => (one.at < other.at ? -1 : 1))
  return html`<ul class="plain">${sorted.slice(0, 5).map(({ what, of, at }) => {
    const days = Math.floor((Date.parse(at) - Date.parse(finishedAt)) / dayMs)
    const isSoon = days < soonDays
    return html`<li>${isSoon ? html`<span class="tag doubt">${signOf('doubt')}soon</span> ` : undefined}${what}: ${
      days < 0 ? 'ended' : `${counted(days, 'day')} left`
    }, ${instant(at)}<br><span class="soft">${of}</span></li>`
  })}</ul>`
}

/** All environments over time as one page; its links lead to the reports beside it. */
export const writeOverview = (histories: readonly History[], language: Language = 'en'): string => {
  const shown = histories.toSorted((one, other) => urgency(one) - urgency(other))
  const conforming = shown.filter((own) => verdictOf(own) === 'conformant')
  const latest = shown
    .flatMap(({ entries }) => entries.slice(-1))
    .map(({ finishedAt }) => finishedAt)
    .toSorted()
    .at(-1)
  const tone = conforming.length === shown.length ? 'good' : environmentTone(verdictOf(shown[0]))
  return documentOf({
    language,
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
