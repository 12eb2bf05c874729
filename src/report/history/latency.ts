import type { ConformanceReport } from '../model.ts'

/** How long the person API took to answer, in milliseconds. */
export interface Latency {
  readonly median: number
  readonly p95: number
  /** Of so many answers. */
  readonly answers: number
}

/** The latency of the person resource in one run, as a caller sees it: each last attempt alone. */
export const latencyOf = ({ exchanges, target }: ConformanceReport): Latency | undefined => {
  const times = exchanges
    .filter(({ request, response }) => isPerson(request.url, target.apiUrl) && response.status > 0)
    .map(({ elapsedMs }) => elapsedMs)
    .toSorted((one, other) => one - other)
  if (times.length === 0) return undefined
  return { median: at(times, 0.5), p95: at(times, 0.95), answers: times.length }
}

const isPerson = (url: string, apiUrl: string): boolean => url.split('?')[0] === apiUrl

/** The nearest rank: a time that was measured, not one between two. */
const at = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
