import { describe, expect, test } from 'vitest'
import { sampleExchange, samplePerson } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { certify, signSample } from '../jws/sample-chain.fixture.ts'
import { fromWire } from '../rule.ts'
import { qualityValuesAreRespected as rule } from './005-quality-values-are-respected.ts'

const json = sampleExchange({ content: JSON.stringify(samplePerson) })
const jose = sampleExchange({ content: signSample({ signer: certify({ name: 'leaf' }) }) })

describe(rule.id, () => {
  test('conforms: what was preferred, whatever its label', async () => {
    expect(await findingsOf(rule, { preferred: 'application/json', exchange: json })).toEqual([])
    expect(await findingsOf(rule, { preferred: 'application/jose', exchange: jose })).toEqual([])
  })

  test('deviates: the other one, or neither', async () => {
    const at = { at: 'content', expected: 'application/jose' }
    expect(await findingsOf(rule, { preferred: 'application/jose', exchange: json })).toEqual([
      { ...at, actual: 'application/json' },
    ])
    const page = sampleExchange({ content: '<p>' })
    expect(await findingsOf(rule, { preferred: 'application/jose', exchange: page })).toEqual([
      { ...at, actual: 'neither representation' },
    ])
  })

  test('deviates: a refusal', async () => {
    const exchange = sampleExchange({ status: 406 })
    expect(await findingsOf(rule, { preferred: 'application/json', exchange })).toEqual([
      { at: 'status', expected: '200', actual: fromWire(406) },
    ])
  })
})
