import { describe, expect, test } from 'vitest'
import { latencyOf, ruleChanges, unchangedSince } from './entry.ts'
import { runOfDay, sampleHistory } from './sample-history.fixture.ts'

describe('what changed', () => {
  test('is told for rules that say something else, that are new, or that are no more', () => {
    const before = { rules: { passed: ['KRR-A-001', 'KRR-A-002'], failed: ['KRR-A-003'] } }
    const now = { rules: { passed: ['KRR-A-001', 'KRR-A-004'], failed: ['KRR-A-002'] } }
    expect(ruleChanges(before, now)).toEqual([
      { id: 'KRR-A-002', from: 'passed', to: 'failed' },
      { id: 'KRR-A-003', from: 'failed', to: undefined },
      { id: 'KRR-A-004', from: undefined, to: 'passed' },
    ])
    expect(ruleChanges(now, now)).toEqual([])
  })

  test('a verdict holds since the run after the last that had another', () => {
    const { entries } = sampleHistory('test', ['deviating', 'conformant', 'conformant'])
    expect(unchangedSince(entries)).toEqual({ since: entries[1], runs: 2 })
    expect(unchangedSince(entries.slice(0, 1))).toEqual({ since: entries[0], runs: 1 })
    expect(unchangedSince([])).toBeUndefined()
  })
})

describe('latency', () => {
  const report = runOfDay('conformant', 1)
  const [exchange] = report.exchanges
  const taking = (times: readonly number[]) => ({
    ...report,
    exchanges: times.flatMap((elapsedMs) =>
      exchange === undefined ? [] : [{ ...exchange, elapsedMs }],
    ),
  })

  test('is a time that was measured, of answers of the person resource alone', () => {
    expect(latencyOf(taking([4, 1, 3, 2]))).toEqual({ median: 2, p95: 4, answers: 4 })
    expect(latencyOf(taking(Array.from({ length: 100 }, (_, index) => index + 1)))).toEqual({
      median: 50,
      p95: 95,
      answers: 100,
    })
    const elsewhere = { ...report.target, apiUrl: 'https://other.example/person' }
    expect(latencyOf({ ...report, target: elsewhere })).toBeUndefined()
  })
})
