import { describe, expect, test } from 'vitest'
import type { ConformanceReport } from '../report/model.ts'
import { sampleReport } from '../report/sample-report.fixture.ts'
import { detect, type Expectation, unmodified } from './detection.ts'

const sample = sampleReport('conformant')
const conformant: ConformanceReport = {
  ...sample,
  rules: sample.rules.map((rule) => ({ ...rule, verdict: 'passed', observations: [] })),
}
const [first, second, third] = conformant.rules
const ids = [first?.id, second?.id, third?.id].filter((id) => id !== undefined)

/** The conformant sample with its first rules failing, that many of them. */
const failing = (count: number): ConformanceReport => ({
  ...conformant,
  verdict: 'deviating',
  rules: conformant.rules.map((rule, at) => (at < count ? { ...rule, verdict: 'failed' } : rule)),
})

const expectation = (must: number, may: number): Expectation => ({
  id: 'DEF-SAMPLE',
  title: 'a sample is broken',
  family: 'schema',
  violates: ids.slice(0, must),
  alsoTrips: ids.slice(must, must + may),
})

describe('detection', () => {
  test('a defect is detected when all that must trip did, and nothing else', () => {
    expect(detect(expectation(2, 0), failing(2), true)).toMatchObject({
      outcome: 'detected',
      missing: [],
      foreign: [],
    })
  })

  test('what may trip may, and need not', () => {
    expect(detect(expectation(1, 1), failing(2), true).outcome).toBe('detected')
    expect(detect(expectation(1, 1), failing(1), true).outcome).toBe('detected')
  })

  test('one rule that must trip and did not is a miss, whatever else tripped', () => {
    expect(detect(expectation(3, 0), failing(2), true)).toMatchObject({
      outcome: 'missed',
      missing: ids.slice(2, 3),
    })
  })

  test('a rule that trips and is not named is a misattribution', () => {
    expect(detect(expectation(1, 0), failing(2), true)).toMatchObject({
      outcome: 'misattributed',
      foreign: ids.slice(1, 2),
    })
  })

  test('a defect that no request came to is not reached, even if rules tripped', () => {
    expect(detect(expectation(1, 0), failing(1), false).outcome).toBe('not-reached')
  })

  test('a harness that broke is no detection', () => {
    expect(detect(expectation(1, 0), sampleReport('broken'), true).outcome).toBe('broken')
  })

  test('on the unmodified server nothing may trip', () => {
    expect(detect(unmodified, conformant, false).outcome).toBe('detected')
    expect(detect(unmodified, failing(1), false).outcome).toBe('misattributed')
    expect(detect(unmodified, { ...conformant, verdict: 'inconclusive' }, false).outcome).toBe(
      'misattributed',
    )
  })
})
