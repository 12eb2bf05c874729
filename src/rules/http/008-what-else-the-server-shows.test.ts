import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { type Custom, whatElseTheServerShows as rule } from './008-what-else-the-server-shows.ts'

const met = (custom: Custom) => rule.met?.(custom)

describe(rule.id, () => {
  test('reports what a trailing slash is answered with, and judges nothing', async () => {
    const custom = { kind: 'trailing slash', exchange: sampleExchange({ status: 404 }) } as const
    expect(met(custom)).toBe('a trailing slash is answered with 404')
    expect(await findingsOf(rule, custom)).toEqual([])
  })

  test('reports every field that names a product', () => {
    const fields = [
      ['server', 'nginx/1.25.3'],
      ['Content-Type', 'application/json'],
      ['X-Powered-By', 'x'.repeat(200)],
    ] as const
    expect(met({ kind: 'product fields', exchange: sampleExchange({ fields }) })).toBe(
      `Server: nginx/1.25.3; X-Powered-By: ${'x'.repeat(80)}`,
    )
    expect(met({ kind: 'product fields', exchange: sampleExchange() })).toBe(
      'no field names a product',
    )
  })

  test.each([
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
  ])('%s names a product', (name) => {
    const exchange = sampleExchange({ fields: [[name.toLowerCase(), 'krr/1']] })
    expect(met({ kind: 'product fields', exchange })).toBe(`${name}: krr/1`)
  })

  test.each([
    [[], undefined],
    [[7], 'of 1 answers the median took 7 ms, the 95th percentile 7 ms'],
    [
      Array.from({ length: 100 }, (_, index) => 100 - index),
      'of 100 answers the median took 50 ms, the 95th percentile 95 ms',
    ],
  ] as const)('reports latencies that were measured', (elapsedMs, expected) => {
    expect(met({ kind: 'latency', elapsedMs })).toBe(expected)
  })
})
