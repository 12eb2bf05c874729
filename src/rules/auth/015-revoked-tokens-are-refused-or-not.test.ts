import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { revokedTokensAreRefusedOrNot as rule } from './015-revoked-tokens-are-refused-or-not.ts'
import { sampleRefusal } from './sample-refusal.fixture.ts'

describe(rule.id, () => {
  test.each([
    [401, 'refused with 401'],
    [400, 'refused with 400'],
    [499, 'refused with 499'],
    [200, 'accepted'],
    [300, 'answered with 300'],
    [302, 'answered with 302'],
    [500, 'answered with 500'],
  ])('reports: %i', async (status, met) => {
    const answered = sampleRefusal({ status, content: '{}' })
    expect(await findingsOf(rule, answered)).toEqual([])
    expect(rule.met?.(answered)).toBe(met)
  })
})
