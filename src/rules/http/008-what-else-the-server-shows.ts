import { type Exchange, fieldValue } from '../../evidence/exchange.ts'
import type { Rule } from '../rule.ts'

/** One thing that a server may do either way. */
export type Custom =
  | { readonly kind: 'trailing slash'; readonly exchange: Exchange }
  | { readonly kind: 'product fields'; readonly exchange: Exchange }
  /** Milliseconds of every exchange with the person resource, some of them made at the same time. */
  | { readonly kind: 'latency'; readonly elapsedMs: readonly number[] }

/** Fields in which servers, frameworks and gateways name themselves. */
const productFields = [
  'Server',
  'Via',
  'X-Powered-By',
  'X-AspNet-Version',
  'X-AspNetMvc-Version',
  'X-Runtime',
  'X-Generator',
  'X-Version',
  'X-Application-Context',
  'X-Envoy-Upstream-Service-Time',
  'X-Kong-Proxy-Latency',
]

/** Observed, never judged. */
export const whatElseTheServerShows: Rule<Custom> = {
  id: 'KRR-HTTP-008',
  title: 'Trailing slash, product names and latency are as observed',
  level: 'INFO',
  basis: 'observed',
  // For the latency: what is fast alone need not be among all that is asked.
  onWholeRun: true,
  since: 2,
  cites: ['TEST-007', 'RFC9110-013', 'ASVS-004'],

  *check() {},
  met: (custom) => {
    switch (custom.kind) {
      case 'trailing slash':
        return `a trailing slash is answered with ${custom.exchange.response.status}`
      case 'product fields':
        return productsIn(custom.exchange)
      case 'latency':
        return latencyOf(custom.elapsedMs)
      default:
        return custom satisfies never
    }
  },
}

function productsIn({ response }: Exchange): string {
  const shown = productFields.flatMap((name) => {
    const value = fieldValue(response, name)
    return value === undefined ? [] : [`${name}: ${value.slice(0, 80)}`]
  })
  return shown.length === 0 ? 'no field names a product' : shown.join('; ')
}

function latencyOf(elapsedMs: readonly number[]): string | undefined {
  if (elapsedMs.length === 0) return undefined
  const ordered = elapsedMs.toSorted((one, other) => one - other)
  // Nearest rank: a value that was measured, not one in between.
  const percentile = (share: number) =>
    Math.round(ordered[Math.ceil(share * ordered.length) - 1] ?? 0)
  return `of ${ordered.length} answers the median took ${percentile(0.5)} ms, the 95th percentile ${percentile(0.95)} ms`
}
