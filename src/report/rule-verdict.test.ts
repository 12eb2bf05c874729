import { describe, expect, test } from 'vitest'
import { observation } from './sample-report.fixture.ts'
import { ruleVerdict } from './verdict.ts'

const of = (...verdicts: Parameters<typeof observation>[0][]) =>
  ruleVerdict(
    verdicts.map((verdict) =>
      observation(verdict, verdict === 'passed' ? {} : { reason: `because ${verdict}` }),
    ),
    'full',
  )

describe('ruleVerdict', () => {
  test('the worst observation wins', () => {
    expect(of('passed', 'failed', 'errored', 'inconclusive').verdict).toBe('failed')
    expect(of('passed', 'errored', 'inconclusive').verdict).toBe('errored')
    expect(of('passed', 'inconclusive', 'not-exercised').verdict).toBe('inconclusive')
    expect(of('passed', 'not-exercised', 'not-applicable').verdict).toBe('passed')
    expect(of('not-applicable', 'not-exercised').verdict).toBe('not-exercised')
    expect(of('not-applicable', 'not-applicable').verdict).toBe('not-applicable')
  })

  test('a deviation does not hide what broke or could not be judged elsewhere', () => {
    expect(of('passed', 'failed', 'errored', 'inconclusive').reason).toBe(
      'deviates in 1 of 4 places: because failed; ' +
        'the harness broke in 1 of 4 places: because errored; ' +
        'could not be judged in 1 of 4 places: because inconclusive',
    )
  })

  test('a pass names what was left out', () => {
    expect(of('passed', 'not-exercised').reason).toBe(
      'conforms in 1 of 2 places; left out in 1 of 2 places: because not-exercised',
    )
  })

  test('the accepted readings that were met are named once each', () => {
    const met = ['403', 'base members', '403'].map((own) => observation('passed', { met: own }))
    expect(ruleVerdict(met, 'full').reason).toBe('conforms in 3 places; met: 403, base members')
  })

  test('equal reasons are said once, and many are cut', () => {
    const reasons = ['a', 'a', 'b', 'c', 'd'].map((reason) =>
      observation('inconclusive', { reason }),
    )
    expect(ruleVerdict(reasons, 'full').reason).toBe(
      'could not be judged in 5 places: a | b | c | and 1 more',
    )
  })

  test('one place and three reasons are told as they are', () => {
    expect(of('passed').reason).toBe('conforms in 1 place')
    const three = ['a', 'b', 'c'].map((reason) => observation('inconclusive', { reason }))
    expect(ruleVerdict(three, 'full').reason).toBe('could not be judged in 3 places: a | b | c')
  })

  test('without an observation it was not run, or not selected', () => {
    expect(ruleVerdict([], 'full')).toEqual({
      verdict: 'not-run',
      reason: 'nothing judged it in this run',
    })
    expect(ruleVerdict([], 'partial')).toEqual({
      verdict: 'not-exercised',
      reason: 'not selected: partial run',
    })
  })
})
