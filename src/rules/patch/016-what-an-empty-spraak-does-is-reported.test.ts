import { describe, expect, it } from 'vitest'
import { sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { whatAnEmptySpraakDoesIsReported as rule } from './016-what-an-empty-spraak-does-is-reported.ts'
import { sampleAttempt } from './sample-change.fixture.ts'

const attempt = (status: number, spraak: unknown) =>
  sampleAttempt({ sent: '{"spraak":""}', status, before: { spraak: 'nn' }, after: { spraak } })

describe(rule.id, () => {
  it.each([
    [422, 'nn', 'refused with 422'],
    [204, undefined, 'accepted: the language is removed'],
    [200, null, 'accepted: the language is removed'],
    [204, '', 'accepted, and stored as an empty string'],
    [204, 'nn', 'accepted, and the language stays'],
    [204, 'nb', 'accepted, and another language is set'],
    [500, 'nn', undefined],
  ])('reports %i with %j, and judges nothing', async (status, spraak, met) => {
    expect(rule.notApplicable?.(attempt(status, spraak))).toBeUndefined()
    expect(rule.met?.(attempt(status, spraak))).toBe(met)
    expect(await findingsOf(rule, attempt(status, spraak))).toEqual([])
  })

  it('does not apply where the language cannot be read', () => {
    const after = sampleReading({ scopes: ['krr:user/spraak.write'] })
    expect(rule.notApplicable?.({ ...attempt(204, ''), after })).toMatch(/has not the scope/)
  })
})
