import {
  alikeRuns,
  flipsOf,
  type HistoryEntry,
  type Latency,
  ruleChanges,
  unchangedSince,
} from '../../history/entry.ts'
import type { History } from '../../history/history.ts'
import { readableTime } from '../../verdict-sentence.ts'
import { type IndexWords, indexWordsIn } from '../../words/index-words.ts'
import type { Language } from '../../words/language.ts'
import { type Sentences, sentencesIn } from '../../words/sentences.ts'
import { documentOf } from './document.ts'
import { instant } from './links.ts'
import { html, type Markup } from './markup.ts'
import { environmentTone, signOf } from './tone.ts'

/** What the parts of the page are written with. */
interface Shown {
  readonly language: Language
  readonly words: IndexWords
  readonly verdicts: Sentences['environmentVerdicts']
  readonly ruleVerdicts: ReadonlyMap<string, string>
}

const shownIn = (language: Language): Shown => {
  const { environmentVerdicts, ruleVerdicts } = sentencesIn(language)
  return {
    language,
    words: indexWordsIn(language),
    verdicts: environmentVerdicts,
    ruleVerdicts: new Map(Object.entries(ruleVerdicts)),
  }
}

/** So many runs are shown, the newest. */
const mostRuns = 60

/** The runs as a strip, the newest last, and the same as a table with the links. */
const runStrip = ({ environment, entries, kept }: History, own: Shown): Markup => {
  const { words } = own
  const shown = entries.slice(-mostRuns)
  return html`<div class="strip" role="img" aria-label="${words.lastRuns(shown.length, spoken(shown, own))}">${shown.map((entry) => run(entry, own))}</div>
<details class="twin"><summary>${words.asTable(shown.length, entries.length)}</summary>
<div class="wide" role="region" aria-label="${words.runsOf(environment)}" tabindex="0"><table>
<thead><tr><th scope="col">${words.columns.run}</th><th scope="col">${words.columns.verdict}</th>${Object.values(words.figures).map((name) => html`<th scope="col" class="number">${name}</th>`)}<th scope="col">${words.columns.ruleSet}</th></tr></thead>
<tbody>${shown.toReversed().map((entry) => row(entry, environment, kept, own))}</tbody></table></div></details>`
}

const run = (
  { verdict, startedAt, deviations }: HistoryEntry,
  { words, verdicts, language }: Shown,
): Markup => {
  const tone = environmentTone(verdict)
  return html`<span class="${tone}" title="${readableTime(startedAt, language)}: ${verdicts[verdict]}, ${words.deviations(deviations)}">${signOf(tone)}</span>`
}

/** `12 conformant, 2 deviating` */
const spoken = (entries: readonly HistoryEntry[], { verdicts }: Shown): string => {
  const counts = new Map<string, number>()
  for (const entry of entries) {
    const verdict = verdicts[entry.verdict]
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  }
  return [...counts].map(([verdict, number]) => `${number} ${verdict}`).join(', ')
}

const row = (
  entry: HistoryEntry,
  environment: string,
  kept: ReadonlySet<string>,
  { verdicts, language }: Shown,
): Markup => {
  const { id, startedAt, verdict, deviations, warnings, latency, ruleSet } = entry
  const tone = environmentTone(verdict)
  return html`
<tr><th scope="row">${kept.has(id) ? html`<a href="${encodeURIComponent(environment)}/runs/${encodeURIComponent(id)}/report.html">${instant(startedAt, language)}</a>` : instant(startedAt, language)}</th>
<td><span class="tag ${tone}">${signOf(tone)}${verdicts[verdict]}</span></td><td class="number">${deviations}</td><td class="number">${warnings}</td>
<td class="number">${latency?.median ?? '–'}</td><td class="number">${latency?.p95 ?? '–'}</td><td>${ruleSet}</td></tr>`
}

const [width, height] = [240, 56]

/** How long the person API took, now in words and over the runs as two lines. */
const latencySection = (entries: readonly HistoryEntry[], { words }: Shown): Markup => {
  const measured = entries.slice(-mostRuns).flatMap(({ latency }) => latency ?? [])
  const last = entries.at(-1)?.latency
  if (last === undefined) return html`<p>${words.answeredNothing}</p>`
  return html`<p>${words.latencyIs(last.median, last.p95, last.answers)}</p>
${measured.length < 2 ? undefined : sparkline(measured, words)}`
}

/** Both lines from nought, so that a small change does not look like a great one. */
const sparkline = (measured: readonly Latency[], words: IndexWords): Markup => {
  const told = words.latencyOver(
    measured.length,
    range(
      measured.map(({ median }) => median),
      words,
    ),
    range(
      measured.map(({ p95 }) => p95),
      words,
    ),
  )
  const most = Math.max(1, ...measured.map(({ p95 }) => p95))
  const line = (of: (latency: Latency) => number) =>
    measured
      .map((latency, index) => {
        const x = Math.round((index * width) / (measured.length - 1))
        return `${index === 0 ? 'M' : 'L'}${x} ${Math.round(height - 2 - ((height - 6) * of(latency)) / most)}`
      })
      .join('')
  return html`<svg class="spark" viewBox="0 0 ${width} ${height}" role="img" aria-label="${told}">
<path class="p95" d="${line(({ p95 }) => p95)}"/><path class="median" d="${line(({ median }) => median)}"/></svg>
<p class="soft">${told}</p>`
}

const range = (values: readonly number[], words: IndexWords): string =>
  words.range(Math.min(...values), Math.max(...values))

/** One environment: its verdict now and since when, its runs, and what may come next. */
const environmentSection = (history: History, own: Shown): Markup | undefined => {
  const { words, verdicts } = own
  const { environment, entries } = history
  const last = entries.at(-1)
  if (last === undefined) return undefined
  const tone = environmentTone(last.verdict)
  return html`<section id="env-${environment}" class="environment ${tone}" aria-labelledby="env-${environment}-title">
<h2 id="env-${environment}-title"><a href="${encodeURIComponent(environment)}/report.html">${environment}</a> <span class="tag ${tone}">${signOf(tone)}${verdicts[last.verdict]}</span></h2>
<p class="lead">${since(entries, own)} <code>${last.target.apiUrl}</code></p>
${last.isAlarm ? html`<p class="alarm"><strong>${words.alarm}</strong></p>` : undefined}
${runStrip(history, own)}
<div class="beside">
<div><h3>${words.changed}</h3>${changes(entries, environment, own)}</div>
<div><h3>${words.latency}</h3>${latencySection(entries, own)}</div>
<div><h3>${words.flakes}</h3>${flakes(entries, own)}${flips(entries, environment, own)}</div>
<div><h3>${words.nextToEnd}</h3>${expiries(last, own)}</div>
</div></section>
`
}

const since = (entries: readonly HistoryEntry[], { words, verdicts, language }: Shown): Markup => {
  const unchanged = unchangedSince(entries)
  if (unchanged === undefined) return html``
  const { since, runs } = unchanged
  const verdict = verdicts[since.verdict]
  const word = verdict.charAt(0).toUpperCase() + verdict.slice(1)
  const at = instant(since.startedAt, language)
  return runs === entries.length && runs > 1
    ? html`${words.inAllRuns(word, runs)} ${at}.`
    : html`${words.since(word)} ${at}, ${words.runs(runs)}.`
}

const mostChanges = 12

const changes = (
  entries: readonly HistoryEntry[],
  environment: string,
  { words, ruleVerdicts, language }: Shown,
): Markup => {
  const named = (verdict: string | undefined) =>
    verdict === undefined ? words.noRule : (ruleVerdicts.get(verdict) ?? verdict)
  const [before, now] = entries.slice(-2)
  if (before === undefined || now === undefined) return html`<p>${words.oneRun}</p>`
  const all = ruleChanges(before, now)
  if (all.length === 0) return html`<p>${words.noChange}</p>`
  return html`<ul class="plain">${all
    .slice(0, mostChanges)
    .map(
      ({ id, from, to }) =>
        html`<li><a class="id" href="${encodeURIComponent(environment)}/report.html#${id}">${id}</a> ${named(from)} → ${named(to)}</li>`,
    )}${all.length > mostChanges ? html`<li>${words.andMore(all.length - mostChanges)}</li>` : undefined}</ul>
<p class="soft">${words.between} ${instant(before.startedAt, language)} ${words.and} ${instant(now.startedAt, language)}${
    before.ruleSet === now.ruleSet ? '' : words.ruleSetBecame(before.ruleSet, now.ruleSet)
  }.</p>`
}

const flakes = (entries: readonly HistoryEntry[], { words }: Shown): Markup => {
  const last = entries.at(-1)?.flakes ?? []
  const earlier = entries.slice(0, -1).filter((entry) => entry.flakes.length > 0).length
  const sentence = words.earlierHadSome(earlier, entries.length - 1)
  return html`<p>${
    last.length === 0 ? words.allAtOnce : words.someAgain(last.length)
  } ${entries.length > 1 ? sentence : ''}</p>
${
  last.length === 0
    ? undefined
    : html`<ul class="plain">${last.slice(0, 5).map(({ label, attempts, trouble }) => html`<li>${label}: ${words.attempts(attempts)}, ${trouble}</li>`)}</ul>`
}`
}

/** A rule that goes back and forth on the same target tells of the target, or of what stands before it. */
const flips = (
  entries: readonly HistoryEntry[],
  environment: string,
  { words }: Shown,
): Markup | undefined => {
  const all = flipsOf(entries)
  if (all.length === 0) return undefined
  const ids = all
    .slice(0, mostChanges)
    .map(
      ({ id, times }) =>
        html`<li><a class="id" href="${encodeURIComponent(environment)}/report.html#${id}">${id}</a> ${words.times(times)}</li>`,
    )
  return html`<p>${words.backAndForth(all.length, alikeRuns(entries).length)}</p>
<ul class="plain">${ids}${all.length > mostChanges ? html`<li>${words.andMore(all.length - mostChanges)}</li>` : undefined}</ul>`
}

const dayMs = 86_400_000

const soonDays = 30

/** Days are counted from the run: the page knows no clock. */
const expiries = ({ expiries, finishedAt }: HistoryEntry, { words, language }: Shown): Markup => {
  if (expiries.length === 0) return html`<p>${words.noEnd}</p>`
  const sorted = expiries.toSorted((one, other) => (one.at < other.at ? -1 : 1))
  return html`<ul class="plain">${sorted.slice(0, 5).map(({ what, of, at }) => {
    const days = Math.floor((Date.parse(at) - Date.parse(finishedAt)) / dayMs)
    const isSoon = days < soonDays
    return html`<li>${isSoon ? html`<span class="tag doubt">${signOf('doubt')}${words.soon}</span> ` : undefined}${what}: ${
      days < 0 ? words.ended : words.daysLeft(days)
    }, ${instant(at, language)}<br><span class="soft">${of}</span></li>`
  })}</ul>`
}

/** All environments over time as one page; its links lead to the reports beside it. */
export const writeOverview = (histories: readonly History[], language: Language = 'en'): string => {
  const own = shownIn(language)
  const { words } = own
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
    title: `${words.title} (krr-conformance)`,
    bar: html`<nav class="top" aria-label="${words.nav}"><div class="column"><a class="home" href="#top">krr-conformance</a>
<ul>${shown.map(
      ({ environment, entries }) =>
        html`<li><a href="#env-${environment}" class="${environmentTone(entries.at(-1)?.verdict ?? 'inconclusive')}">${signOf(environmentTone(entries.at(-1)?.verdict ?? 'inconclusive'))}${environment}</a></li>`,
    )}</ul></div></nav>`,
    header: html`<div class="verdict ${tone}">
<p class="kicker">${words.kicker(shown.length, readableTime(latest ?? '', language))}</p>
<h1>${conforming.length === shown.length ? words.allConform(shown.length) : words.someConform(conforming.length, shown.length)}</h1></div>`,
    content: html`${shown.map((history) => environmentSection(history, own))}`,
  })
}

const verdictOf = (history: History | undefined) =>
  history?.entries.at(-1)?.verdict ?? 'inconclusive'

const urgency = (history: History): number =>
  ['deviating', 'inconclusive', 'deviating (known)', 'partial', 'conformant'].indexOf(
    verdictOf(history),
  )
