import { describe, expect, test } from 'vitest'
import type { ConformanceReport } from '../report/model.ts'
import { sampleReport } from '../report/sample-report.fixture.ts'
import { detect, type Expectation, unmodified } from './detection.ts'
import { readingsOf } from './readings.ts'

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

/** The conformant sample whose first rule reports that it met this reading. */
const meeting = (met: string): ConformanceReport => ({
  ...conformant,
  rules: conformant.rules.map((rule, at) =>
    at === 0
      ? {
          ...rule,
          observations: [{ where: 'GET', verdict: 'passed', met, findings: [], evidence: [] }],
        }
      : rule,
  ),
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

  test('a reading is detected where a rule reports it, by a part of it or by a pattern', () => {
    const control = readingsOf(meeting('a token in the query is refused'))
    const accepted = meeting('a token in the query is accepted: 200')
    for (const met of ['accepted', /accepted: 2\d\d$/]) {
      const expected = { ...expectation(0, 0), observes: [{ rule: ids[0] ?? 'KRR-SPEC-001', met }] }
      expect(detect(expected, accepted, true, control).outcome).toBe('detected')
      expect(detect(expected, conformant, true, control)).toMatchObject({
        outcome: 'missed',
        unread: [`${ids[0]} met ${met}`],
      })
    }
  })

  test('a reading that the unmodified server has as well proves nothing', () => {
    const same = meeting('opaque')
    const observes = [{ rule: ids[0] ?? 'KRR-SPEC-001', met: 'opaque' }] as const
    expect(detect({ ...expectation(0, 0), observes }, same, true, readingsOf(same))).toMatchObject({
      outcome: 'missed',
      unread: [`${ids[0]} met opaque, as it is without the defect`],
    })
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
