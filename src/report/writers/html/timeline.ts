import type { ConformanceReport, RecordedExchange } from '../../model.ts'
import type { InEach, Language } from '../../words/language.ts'
import { html, type Markup } from './markup.ts'

/** What an exchange was for. */
const lanes = ['login', 'reads', 'writes'] as const
type Lane = (typeof lanes)[number]

const english = {
  title: 'When what happened',
  lanes: { login: 'ID-porten', reads: 'reads', writes: 'writes', waits: 'waits' },
  lead: (seconds: string) =>
    `The run took ${seconds} s. Each mark is an exchange, from its first attempt to its answer. A wait is a time in which nothing was under way.`,
  table: 'The same as a table',
  columns: ['lane', 'exchanges', 'begins at', 'ends at', 'slowest'],
  slowest: (ms: number) => `${ms} ms`,
  beside: 'Files beside this one',
  files: {
    'report.json': 'all that is here, as data',
    'evidence.har': 'every exchange, for a HAR viewer',
    'summary.md': 'the summary',
    'junit.xml': 'for the test view of a pipeline',
  },
  index: 'all environments and runs',
  diff: 'What differs from the run before:',
}
type TimelineWords = typeof english

const words: InEach<TimelineWords> = {
  en: english,
  nb: {
    title: 'Når hva skjedde',
    lanes: { login: 'ID-porten', reads: 'lesing', writes: 'skriving', waits: 'venting' },
    lead: (seconds) =>
      `Kjøringen tok ${seconds} s. Hvert merke er en utveksling, fra første forsøk til svaret. Venting er tid da ingenting var underveis.`,
    table: 'Det samme som tabell',
    columns: ['spor', 'utvekslinger', 'begynner', 'slutter', 'tregest'],
    slowest: (ms) => `${ms} ms`,
    beside: 'Filer ved siden av denne',
    files: {
      'report.json': 'alt som står her, som data',
      'evidence.har': 'hver utveksling, for et HAR-program',
      'summary.md': 'sammendraget',
      'junit.xml': 'for testvisningen i en pipeline',
    },
    index: 'alle miljøer og kjøringer',
    diff: 'Hva som skiller den fra kjøringen før:',
  },
}

/** A stretch of time, in milliseconds from the beginning of the run. */
interface Span {
  readonly from: number
  readonly to: number
}

interface Timed extends Span {
  readonly lane: Lane
  readonly id: string
}

const timed = (report: ConformanceReport): readonly Timed[] => {
  const began = Date.parse(report.run.startedAt)
  return report.exchanges.flatMap((exchange) => {
    const { startedAt, elapsedMs, failedAttempts, id } = exchange
    const last = Date.parse(startedAt) - began
    const first = Date.parse(failedAttempts[0]?.startedAt ?? startedAt) - began
    const isTime = [first, last, elapsedMs].every(Number.isFinite)
    return isTime
      ? [
          {
            id,
            lane: laneOf(exchange, report),
            from: Math.max(0, Math.min(first, last)),
            to: Math.max(0, last + elapsedMs),
          },
        ]
      : []
  })
}

const laneOf = ({ request }: RecordedExchange, { target }: ConformanceReport): Lane => {
  if (!request.url.startsWith(originOf(target.apiUrl))) return 'login'
  return ['GET', 'HEAD', 'OPTIONS'].includes(request.method) ? 'reads' : 'writes'
}

const originOf = (url: string): string => (URL.canParse(url) ? `${new URL(url).origin}/` : url)

/** So long nothing must be under way for a wait, and this share of the run. */
const [shortestWaitMs, shortestWaitShare] = [100, 0.005]

/** Times between the first exchange and the last in which nothing was under way. */
const waitsIn = (all: readonly Span[], length: number): readonly Span[] => {
  const waits: Span[] = []
  let busyUntil: number | undefined
  for (const { from, to } of all.toSorted((one, other) => one.from - other.from)) {
    const gap = busyUntil === undefined ? 0 : from - busyUntil
    if (gap >= Math.max(shortestWaitMs, shortestWaitShare * length))
      waits.push({ from: busyUntil ?? 0, to: from })
    busyUntil = Math.max(busyUntil ?? 0, to)
  }
  return waits
}

const [width, left, rowHeight] = [720, 76, 24]

const drawing = (rows: readonly Row[], length: number, text: TimelineWords): Markup => {
  const x = (ms: number) => Math.round(left + (Math.min(ms, length) * (width - left - 2)) / length)
  const height = rows.length * rowHeight + 18
  const spoken = rows.map(({ name, spans }) => `${text.lanes[name]}: ${spans.length}`).join(', ')
  return html`<svg class="timeline" viewBox="0 0 ${width} ${height}" role="img" aria-label="${text.title}: ${spoken}. ${text.table}.">
${rows.map(
  ({ name, spans }, row) => html`<text x="0" y="${row * rowHeight + 16}">${text.lanes[name]}</text>
<path class="${name}" d="${spans.map(({ from, to }) => `M${x(from)} ${row * rowHeight + 4}h${Math.max(1, x(to) - x(from))}v16h-${Math.max(1, x(to) - x(from))}z`).join('')}"/>`,
)}
<path class="axis" d="M${left} ${height - 14}H${width}"/>
<text x="${left}" y="${height - 2}">0 s</text><text class="end" x="${width}" y="${height - 2}">${seconds(length)} s</text></svg>`
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1)

interface Row {
  readonly name: Lane | 'waits'
  readonly spans: readonly (Span & { readonly id?: string })[]
}

/** The run over time, drawn and as a table. */
export const timeline = (report: ConformanceReport, language: Language): Markup | undefined => {
  const all = timed(report)
  if (all.length < 2) return undefined
  const text = words[language]
  const length = Math.max(1, report.run.durationMs, ...all.map(({ to }) => to))
  const rows: readonly Row[] = [
    ...lanes.map((name) => ({ name, spans: all.filter(({ lane }) => lane === name) })),
    { name: 'waits' as const, spans: waitsIn(all, length) },
  ].filter(({ spans }) => spans.length > 0)
  return html`<section id="timeline" aria-labelledby="timeline-title">
<h2 id="timeline-title">${text.title}</h2>
<p class="lead">${text.lead(seconds(report.run.durationMs))}</p>
${drawing(rows, length, text)}
<details class="twin"><summary>${text.table}</summary>
<div class="wide" role="region" aria-label="${text.title}: ${text.table}" tabindex="0"><table>
<thead><tr>${text.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map((row) => tableRow(row, text))}</tbody></table></div></details>
</section>`
}

const tableRow = ({ name, spans }: Row, text: TimelineWords): Markup => {
  const [slowest] = spans.toSorted((one, other) => other.to - other.from - (one.to - one.from))
  const ms = slowest === undefined ? 0 : Math.round(slowest.to - slowest.from)
  return html`
<tr><th scope="row">${text.lanes[name]}</th><td>${spans.length}</td>
<td>${seconds(Math.min(...spans.map(({ from }) => from)))} s</td><td>${seconds(Math.max(...spans.map(({ to }) => to)))} s</td>
<td>${text.slowest(ms)}${slowest?.id === undefined ? undefined : html` <a class="id" href="#${slowest.id}">${slowest.id}</a>`}</td></tr>`
}

/**
 * The other files of the run, and what stands around it. A page is written once and lies at two places, as the latest run
 * and among the kept ones: the script puts `data-up` links right for the kept one.
 */
export const neighbours = ({ run, target }: ConformanceReport, language: Language): Markup => {
  const { beside, files, index, diff } = words[language]
  const up = run.selection === 'partial' ? '../../' : '../'
  return html`<section id="files" aria-labelledby="files-title"><h2 id="files-title">${beside}</h2>
<ul class="plain">${Object.entries(files).map(([file, what]) => html`<li><a href="${file}">${file}</a>: ${what}</li>`)}
<li><a href="${up}index.html" data-up>index.html</a>: ${index}</li></ul>
<p>${diff} <code data-copy>npm run krr -- report diff ${target.environment}</code></p></section>`
}
