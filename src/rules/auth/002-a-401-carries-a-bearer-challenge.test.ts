import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { a401CarriesABearerChallenge as rule } from './002-a-401-carries-a-bearer-challenge.ts'

const judge = (...challenges: readonly string[]) => {
  const fields = challenges.map((value) => ['www-authenticate', value] as const)
  return findingsOf(rule, sampleExchange({ status: 401, fields }))
}

describe(rule.id, () => {
  test.each(['Bearer', 'bearer realm="krr"', 'Basic realm="a", Bearer error="invalid_token"'])(
    'conforms: %s',
    async (challenge) => {
      expect(await judge(challenge)).toEqual([])
    },
  )

  test('conforms: one challenge in a line', async () => {
    expect(await judge('DPoP algs="ES256"', 'Bearer realm="krr"')).toEqual([])
  })

  test('deviates: no challenge', async () => {
    expect(await judge()).toEqual([
      { at: 'WWW-Authenticate', expected: 'a Bearer challenge', actual: 'absent' },
    ])
  })

  test.each([
    'Basic realm="krr"',
    'Basic realm="a, Bearer b"',
    'BearerToken',
    '"realm" Bearer',
    'Basic bearer=1',
    '',
  ])('deviates: %s', async (challenge) => {
    expect(await judge(challenge)).toEqual([
      { at: 'WWW-Authenticate', expected: 'a Bearer challenge', actual: fromWire(challenge) },
    ])
  })

  test('not applicable: another status', async () => {
    const forbidden = sampleExchange({ status: 403 })
    expect(rule.notApplicable?.(forbidden)).toBe('the response is no 401')
    expect(await findingsOf(rule, forbidden)).toEqual([])
    expect(rule.notApplicable?.(sampleExchange({ status: 401 }))).toBeUndefined()
  })
})
