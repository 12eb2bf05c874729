import { describe, expect, test } from 'vitest'
import { sampleExchange, samplePerson } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire, unmet } from '../rule.ts'
import { registeredTimesHoldNow as rule } from './010-registered-times-hold-now.ts'
import { certify, readingOf } from './sample-chain.fixture.ts'

const signer = certify({ name: 'leaf' })
const now = sampleExchange().receivedAt / 1000
const reading = (claims: object) => readingOf({ signer, payload: { ...samplePerson, ...claims } })

describe(rule.id, () => {
  test('conforms: times that hold, also with clocks as far apart as is borne', async () => {
    const exact = reading({ iat: now, nbf: now, exp: now + 120 })
    const skewed = reading({ iat: now + 30, nbf: now + 30, exp: now - 29 })
    expect(await findingsOf(rule, exact)).toEqual([])
    expect(await findingsOf(rule, skewed)).toEqual([])
    expect(rule.met?.(reading({}))).toBeUndefined()
    expect(rule.met?.(exact)).toBe('the payload has iat, nbf, exp')
    expect(rule.notApplicable?.(exact)).toBeUndefined()
  })

  test.each([
    ['iat', now + 31, 'a time that has been'],
    ['nbf', now + 3_600, 'a time that has been'],
    ['exp', now - 30, 'a time to come'],
    ['exp', '2026-11-22T12:00:00Z', 'seconds since the epoch'],
    ['iat', null, 'seconds since the epoch'],
  ])('deviates: %s is %s', async (name, time, expected) => {
    expect(await findingsOf(rule, reading({ [name]: time }))).toEqual([
      { at: `/${name}`, expected, actual: fromWire(time) },
    ])
  })

  test('not applicable: the bare person; a payload that is no object', async () => {
    expect(rule.notApplicable?.(reading({}))).toEqual(unmet('no-times-in-payload'))
    expect(await findingsOf(rule, reading({}))).toEqual([])
    const list = readingOf({ signer, payload: [] })
    expect(rule.notApplicable?.(list)).toBe('the payload is no JSON object: KRR-JWS-009')
  })
})
