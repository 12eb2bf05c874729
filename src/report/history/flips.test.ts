import { describe, expect, test } from 'vitest'
import { alikeRuns, flipsOf, type HistoryEntry } from './entry.ts'
import { sampleHistory } from './sample-history.fixture.ts'

const kinds = { p: 'conformant', f: 'deviating', i: 'inconclusive' } as const
const runs = (verdicts: string): readonly HistoryEntry[] =>
  sampleHistory(
    'test',
    [...verdicts].map((own) => kinds[own as keyof typeof kinds]),
  ).entries
/** `p`: KRR-JWS-003 passed; `f`: it failed. */
const timesIn = (entries: readonly HistoryEntry[]) =>
  flipsOf(entries).find(({ id }) => id === 'KRR-JWS-003')?.times

describe('a rule that goes back and forth', () => {
  test.each([
    ['pfp', 2],
    ['fpf', 2],
    ['pfpf', 3],
    ['pppfffppp', 2],
    ['ppff', undefined],
    ['ffpp', undefined],
    ['pppp', undefined],
    ['f', undefined],
    ['', undefined],
  ])('%s: it went over %s times', (verdicts, times) => {
    // Address and version of the sample's conformant kind are the same as of the others.
    expect(timesIn(runs(verdicts))).toBe(times)
  })

  test('is not said of runs by another version, of another address or with another rule set', () => {
    const [first, ...others] = runs('pfp')
    if (first === undefined) throw new TypeError('there is a first')
    for (const other of [
      { ...first, harnessVersion: '0.0.9' },
      { ...first, ruleSet: 99 },
      { ...first, target: { ...first.target, apiUrl: 'https://other.example/person' } },
    ]) {
      expect(timesIn([other, ...others])).toBeUndefined()
      expect(alikeRuns([other, ...others])).toHaveLength(2)
    }
  })

  test('is looked for in the last twenty runs', () => {
    expect(timesIn(runs(`pf${'p'.repeat(18)}`))).toBe(2)
    expect(timesIn(runs(`pf${'p'.repeat(19)}`))).toBeUndefined()
  })
})
