import { describe, expect, test } from 'vitest'
import { conflictsOf, createCatalogue, listLines, overlapsOf } from './faults.ts'

const catalogue = createCatalogue()
const found = (...ids: readonly string[]) => ids.map(catalogue.find)

describe('the faults of a sandbox', () => {
  test('are all defects and variants, and trouble on the way, by id', () => {
    const ids = catalogue.listed.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of [
      'DEF-JWS-SIGNATURE-IS-BROKEN',
      'DEF-SCHEMA-STATUS-ENUM',
      'VAR-CHUNKED',
      'reset',
    ])
      expect([id, ids.includes(id)]).toEqual([id, true])
    expect(catalogue.find('def-jws-signature-is-broken').id).toBe('DEF-JWS-SIGNATURE-IS-BROKEN')
    expect(catalogue.find('429=30').before?.does).toEqual({
      kind: 'refuse',
      status: 429,
      retryAfter: '30',
    })
  })

  test.each([
    ['DEF-JWS-SIGNATURE-BROKEN', /did you mean DEF-JWS-SIGNATURE-IS-BROKEN\?/],
    ['expird', /did you mean expired\?/],
    ['chain stranger', /did you mean DEF-JWS-CHAIN-LEADS-TO-A-STRANGER\?/],
    ['latency=soon', /did you mean latency=MS\?/],
    ['qqqqqqqqqqqqqqqqqqq', /is no fault of the sandbox; krr sandbox --list/],
  ])('names the nearest to %s', (asked, says) => {
    expect(() => catalogue.find(asked)).toThrow(says)
  })

  test('say which of them cannot be had together, and which meet at one place', () => {
    const tls = found('DEF-TLS-CERTIFICATE-HAS-EXPIRED', 'DEF-TLS-TLS-1-0-IS-ACCEPTED')
    expect(conflictsOf(tls)).toEqual([
      'DEF-TLS-CERTIFICATE-HAS-EXPIRED and DEF-TLS-TLS-1-0-IS-ACCEPTED cannot be combined: each sets tlsOptions',
    ])
    const jws = found('DEF-JWS-SIGNATURE-IS-BROKEN', 'DEF-JWS-LINE-END-FOLLOWS-THE-JWS')
    expect([conflictsOf(jws).length, overlapsOf(jws).length]).toEqual([0, 1])
    const apart = found('DEF-JWS-SIGNATURE-IS-BROKEN', 'DEF-TLS-CERTIFICATE-HAS-EXPIRED', '429=3')
    expect([...conflictsOf(apart), ...overlapsOf(apart)]).toEqual([])
  })

  test('are listed by family, with a word those that have it', () => {
    expect(listLines(catalogue).filter((line) => line.startsWith('  '))).toHaveLength(
      catalogue.listed.length,
    )
    expect(listLines(catalogue, 'Retry-After')).toEqual([
      'trouble on the way',
      '  429=SECONDS  the person API answers 429, with Retry-After where seconds are given',
      '  503=SECONDS  the person API answers 503, with Retry-After where seconds are given',
      '  op-429=SECONDS  ID-porten answers 429, with Retry-After where seconds are given',
      '  op-503=SECONDS  ID-porten answers 503, with Retry-After where seconds are given',
    ])
  })
})
