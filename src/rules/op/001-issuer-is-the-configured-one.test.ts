import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { issuerIsTheConfiguredOne as rule } from './001-issuer-is-the-configured-one.ts'
import { sampleIssuer, sampleProvider } from './sample-login.fixture.ts'

const expected = 'the configured issuer, byte for byte'

describe(rule.id, () => {
  test('conforms: the issuer as configured', async () => {
    expect(await findingsOf(rule, sampleProvider())).toEqual([])
  })

  test.each([`${sampleIssuer}/`, sampleIssuer.toUpperCase()])('deviates: %s', async (issuer) => {
    const provider = sampleProvider({ metadata: { issuer } })
    const findings = [{ at: '/issuer', expected, actual: fromWire(issuer) }]
    expect(await findingsOf(rule, provider)).toEqual(findings)
  })

  test('deviates: no issuer', async () => {
    const provider = sampleProvider({ metadata: { issuer: undefined } })
    expect(await findingsOf(rule, provider)).toEqual([
      { at: '/issuer', expected, actual: 'absent' },
    ])
  })

  test('deviates: no metadata', async () => {
    const missing = { ...sampleProvider(), metadata: sampleExchange({ status: 404 }) }
    expect(await findingsOf(rule, missing)).toEqual([
      { at: 'status', expected: '200', actual: fromWire(404) },
    ])
    for (const content of ['<html></html>', '[]']) {
      const other = { ...sampleProvider(), metadata: sampleExchange({ content }) }
      expect(await findingsOf(rule, other)).toEqual([
        { at: 'content', expected: 'a JSON object', actual: 'something else' },
      ])
    }
  })
})
