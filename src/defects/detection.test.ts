import { describe, expect, test } from 'vitest'
import type { ConformanceReport } from '../report/model.ts'
import { sampleReport } from '../report/sample-report.fixture.ts'
import { accept } from './acceptance.ts'
import { seeThrough } from './desert.ts'
import { detect, type Expectation } from './detection.ts'
import { readingsOf } from './readings.ts'
import type { Facts, RowHeader } from './row.ts'

const sample = sampleReport('conformant')
const conformant: ConformanceReport = {
  ...sample,
  rules: sample.rules.map((rule) => ({ ...rule, verdict: 'passed', observations: [] })),
}
const ids = conformant.rules.map(({ id }) => id)
const [firstId = 'KRR-SPEC-001'] = ids
const header: RowHeader = { id: 'X', kind: 'defect', group: 'schema', title: 'a sample' }
const facts: Facts = { isReached: true, control: new Map() }

/** The conformant sample with its first rules having this verdict, that many of them. */
const having = (
  count: number,
  verdict: 'failed' | 'inconclusive',
  of: ConformanceReport['verdict'] = 'deviating',
): ConformanceReport => ({
  ...conformant,
  verdict: of,
  rules: conformant.rules.map((rule, at) => (at < count ? { ...rule, verdict } : rule)),
})
const failing = (count: number) => having(count, 'failed')

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

const naming = (must: number, may: number): Expectation => ({
  violates: ids.slice(0, must),
  alsoTrips: ids.slice(must, must + may),
})

describe('detection', () => {
  test('a defect is detected when all that must trip did, and nothing else', () => {
    expect(detect(header, naming(2, 0), failing(2), facts)).toMatchObject({
      outcome: 'detected',
      missing: [],
      foreign: [],
    })
  })

  test('what may trip may, and need not', () => {
    expect(detect(header, naming(1, 1), failing(2), facts).outcome).toBe('detected')
    expect(detect(header, naming(1, 1), failing(1), facts).outcome).toBe('detected')
  })

  test('one rule that must trip and did not is a miss, whatever else tripped', () => {
    expect(detect(header, naming(3, 0), failing(2), facts)).toMatchObject({
      outcome: 'missed',
      missing: ids.slice(2, 3),
    })
  })

  test('a rule that trips and is not named is a misattribution', () => {
    expect(detect(header, naming(1, 0), failing(2), facts)).toMatchObject({
      outcome: 'misattributed',
      foreign: ids.slice(1, 2),
    })
  })

  test('a defect that no request came to is not reached, even if rules tripped', () => {
    const notReached = { ...facts, isReached: false }
    expect(detect(header, naming(1, 0), failing(1), notReached).outcome).toBe('not-reached')
  })

  test('a reading is detected where a rule reports it, by a part of it or by a pattern', () => {
    const control = readingsOf(meeting('a token in the query is refused'))
    const accepted = meeting('a token in the query is accepted: 200')
    for (const met of ['accepted', /accepted: 2\d\d$/]) {
      const expected = { ...naming(0, 0), observes: [{ rule: firstId, met }] }
      expect(detect(header, expected, accepted, { ...facts, control }).outcome).toBe('detected')
      expect(detect(header, expected, conformant, { ...facts, control })).toMatchObject({
        outcome: 'missed',
        unread: [`${firstId} met ${met}`],
      })
    }
  })

  test('a reading that the unmodified server has as well proves nothing', () => {
    const same = meeting('opaque')
    const observes = [{ rule: firstId, met: 'opaque' }]
    const control = readingsOf(same)
    expect(
      detect(header, { ...naming(0, 0), observes }, same, { ...facts, control }),
    ).toMatchObject({
      outcome: 'missed',
      unread: [`${firstId} met opaque, as it is without the defect`],
    })
  })

  test('a harness that broke is no detection, no acceptance and sees through nothing', () => {
    const broken = sampleReport('broken')
    expect(detect(header, naming(1, 0), broken, facts).outcome).toBe('broken')
    expect(accept(header, [], broken, facts).outcome).toBe('broken')
    const desert = { deserves: [], verdict: 'deviating' } as const
    expect(seeThrough(header, desert, broken, facts).outcome).toBe('broken')
  })
})

describe('acceptance', () => {
  test('a conforming server is accepted when nothing trips but what may', () => {
    expect(accept(header, [], conformant, facts).outcome).toBe('accepted')
    const warned = having(1, 'failed', 'conformant')
    expect(accept(header, ids.slice(0, 1), warned, facts).outcome).toBe('accepted')
    expect(accept(header, [], warned, facts)).toMatchObject({
      outcome: 'false-alarm',
      foreign: [firstId],
    })
  })

  test('a server that deviates or could not be judged is a false alarm', () => {
    expect(accept(header, ids, failing(1), facts).outcome).toBe('false-alarm')
    const must = conformant.rules.findIndex(({ level }) => level === 'MUST')
    const unsettled = having(must + 1, 'inconclusive', 'inconclusive')
    expect(accept(header, ids, unsettled, facts)).toMatchObject({
      outcome: 'false-alarm',
      unsettled: [ids[must]],
    })
  })

  test('a rule that a server is there to settle must have passed on it', () => {
    expect(accept(header, [], conformant, facts, [firstId]).outcome).toBe('accepted')
    const without = { ...conformant, rules: conformant.rules.slice(1) }
    expect(accept(header, [], without, facts, [firstId])).toMatchObject({
      outcome: 'false-alarm',
      unsettled: [firstId],
    })
  })

  test('what was not met is not accepted', () => {
    expect(accept(header, [], conformant, { isReached: false }).outcome).toBe('not-reached')
  })
})

describe('desert', () => {
  const deviating = { ...conformant, verdict: 'deviating' } as const

  test('a rule that passes must be named, by its id or by its area', () => {
    const areas = [...new Set(conformant.rules.map(({ area }) => area))]
    const all = { deserves: [{ rules: areas, because: 'a sample' }], verdict: 'deviating' } as const
    expect(seeThrough(header, all, deviating, facts).outcome).toBe('seen-through')
    const most = { ...all, deserves: [{ rules: ids.slice(1), because: 'a sample' }] }
    expect(seeThrough(header, most, deviating, facts)).toMatchObject({
      outcome: 'undeserved',
      undeserved: [firstId],
    })
  })

  test('a verdict other than the declared one is not deserved', () => {
    const nothing = { deserves: [], verdict: 'inconclusive' } as const
    expect(seeThrough(header, nothing, having(ids.length, 'failed'), facts).outcome).toBe(
      'undeserved',
    )
  })
})
