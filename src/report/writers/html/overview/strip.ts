import type { HistoryEntry } from '../../../history/entry.ts'
import type { History } from '../../../history/history.ts'
import { counted } from '../../../verdict-sentence.ts'
import { instant, readableTime } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { environmentTone, signOf } from '../tone.ts'

/** So many runs are shown, the newest. */
export const mostRuns = 60

/** The runs as a strip, the newest last, and the same as a table with the links. */
export const runStrip = ({ environment, entries, kept }: History): Markup => {
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
