import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { tls13IsOffered as rule } from './006-tls-1-3-is-offered.ts'
import { sampleTls } from './sample-tls.fixture.ts'

describe(rule.id, () => {
  test('conforms: TLS 1.3', async () => {
    expect(await findingsOf(rule, sampleTls())).toEqual([])
  })

  test('deviates: TLS 1.2', async () => {
    expect(await findingsOf(rule, sampleTls({ protocol: 'TLSv1.2' }))).toEqual([
      { at: 'protocol', expected: 'TLSv1.3', actual: fromWire('TLSv1.2') },
    ])
  })
})
