import type { HistoryEntry } from '../../../history/entry.ts'
import type { Latency } from '../../../history/latency.ts'
import { counted } from '../../../verdict-sentence.ts'
import { html, type Markup } from '../markup.ts'
import { mostRuns } from './strip.ts'

const [width, height] = [240, 56]

/** How long the person API took, now in words and over the runs as two lines. */
export const latencySection = (entries: readonly HistoryEntry[]): Markup => {
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
