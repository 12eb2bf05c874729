import { ruleChanges, unchangedSince } from '../../../history/changes.ts'
import type { HistoryEntry } from '../../../history/entry.ts'
import { alikeRuns, flipsOf } from '../../../history/flips.ts'
import type { History } from '../../../history/history.ts'
import { counted } from '../../../verdict-sentence.ts'
import { instant } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { environmentTone, signOf } from '../tone.ts'
import { latencySection } from './latency.ts'
import { runStrip } from './strip.ts'

/** One environment: its verdict now and since when, its runs, and what may come next. */
export const environmentSection = (history: History): Markup | undefined => {
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
