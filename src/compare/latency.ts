import type { ConformanceReport, RecordedExchange } from '../report/model.ts'
import type { BehaviourDifference, Latency, LatencyPair } from './model.ts'

/** Fewer answers tell nothing of a server's usual pace. */
const fewest = 10
/** Apart by so much, and by half as well: what a network or a busy machine adds is less. */
const apartMs = 100

/** How long answers took, by what was asked for; where there were enough of them. */
export const latenciesOf = (
  exchanges: readonly RecordedExchange[],
  target: ConformanceReport['target'],
): ReadonlyMap<string, Latency> => {
  const times = new Map<string, number[]>()
  for (const exchange of exchanges) {
    const what = askedFor(exchange, target)
    times.set(what, [...(times.get(what) ?? []), exchange.elapsedMs])
  }
  return new Map(
    [...times].filter(([, own]) => own.length >= fewest).map(([what, own]) => [what, latency(own)]),
  )
}

const latency = (times: readonly number[]): Latency => {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { answers: sorted.length, fastest: at(0), median: at(0.5), p95: at(0.95) }
}

/** Both sides beside each other, in the order of the first. */
export const latencyPairs = (
  from: ReadonlyMap<string, Latency>,
  to: ReadonlyMap<string, Latency>,
): readonly LatencyPair[] =>
  [...new Set([...from.keys(), ...to.keys()])].map((of) => ({
    of,
    from: from.get(of),
    to: to.get(of),
  }))

/** Where the server itself became slower or faster, not the machine or the network of the moment. */
export const latencyDifferences = (pairs: readonly LatencyPair[]): readonly BehaviourDifference[] =>
  pairs.flatMap(({ of, from, to }): BehaviourDifference[] => {
    if (from === undefined || to === undefined) return []
    const [least, most] = [Math.min(from.fastest, to.fastest), Math.max(from.fastest, to.fastest)]
    if (most - least < apartMs || most < 2 * least) return []
    const shown = ({ fastest }: Latency) => `${Math.round(fastest)} ms`
    return [
      {
        code: 'latency-changed',
        at: 'fastest answer',
        from: shown(from),
        to: shown(to),
        places: [of],
      },
    ]
  })

/** What was asked for, whoever asked: `GET person`, `POST /token`. */
const askedFor = ({ request }: RecordedExchange, target: ConformanceReport['target']): string => {
  if (request.url.startsWith(target.apiUrl)) return `${request.method} person`
  const path = /^[a-z]+:\/\/[^/]*([^?#]*)/.exec(request.url)?.[1] ?? ''
  return `${request.method} ${path}`
}
