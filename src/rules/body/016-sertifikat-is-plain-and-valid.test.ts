import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { sertifikatIsPlainAndValid as rule } from './016-sertifikat-is-plain-and-valid.ts'
import { sampleExchange, sampleReading } from './sample-reading.fixture.ts'
import { sampleInLines, samplePem, sampleSertifikat } from './sample-sertifikat.fixture.ts'

const reading = (sertifikat: unknown, receivedAt = '2027-01-01T00:00:00Z') => ({
  ...sampleReading({ person: { sertifikat } }),
  exchange: { ...sampleExchange(), receivedAt: Date.parse(receivedAt) },
})
const plain = (actual: string) => ({
  at: '/sertifikat',
  expected: 'base64 DER and nothing else',
  actual,
})
const valid = (actual: string) => ({ at: '/sertifikat', expected: 'valid now', actual })

describe(rule.id, () => {
  it('conforms: base64 DER, valid when the answer had come', async () => {
    expect(rule.notApplicable?.(reading(sampleSertifikat))).toBeUndefined()
    expect(await findingsOf(rule, reading(sampleSertifikat))).toEqual([])
  })

  it.each([
    ['PEM', samplePem, 'PEM armour around it'],
    ['lines', sampleInLines, 'white space in it'],
    ['padding too much', `${sampleSertifikat}=`, 'padding that does not fit'],
  ])('deviates: %s', async (_, sertifikat, actual) => {
    expect(await findingsOf(rule, reading(sertifikat))).toEqual([plain(actual)])
  })

  it('deviates: before and after its validity', async () => {
    expect(await findingsOf(rule, reading(sampleSertifikat, '2026-11-22T12:00:01Z'))).toEqual([
      valid('not valid yet'),
    ])
    expect(await findingsOf(rule, reading(samplePem, '2126-10-31T12:00:00Z'))).toEqual([
      plain('PEM armour around it'),
      valid('no longer valid'),
    ])
  })

  it.each([undefined, null, 'MIIB', 7])('does not apply to %j', async (sertifikat) => {
    expect(rule.notApplicable?.(reading(sertifikat))).toContain('KRR-BODY-015')
    expect(await findingsOf(rule, reading(sertifikat))).toEqual([])
  })
})
