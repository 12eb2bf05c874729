import { describe, expect, test } from 'vitest'
import { createBreaker, heeding, type Miss } from './breaker.ts'

const api = 'https://krr.example/rest/v1/person'
const docs = 'https://krr.example/v3/api-docs'
const op = 'https://op.example/token'

const begin = () => {
  let now = 1_000_000
  const breaker = createBreaker(() => now)
  return {
    breaker,
    pass: (ms: number) => {
      now += ms
    },
    miss: (url: string, further: Partial<Miss> = {}) =>
      breaker.missed({
        url,
        label: 'GET',
        startedAt: now,
        trouble: 'reset',
        isGivenUp: true,
        ...further,
      }),
  }
}

describe('a server', () => {
  test('is given up after three requests in a row that were, with since which one and why', () => {
    const { breaker, miss } = begin()
    miss(api, { label: 'GET person, first' })
    miss(api)
    expect(breaker.down(api)).toBeUndefined()
    miss(api)
    expect(breaker.down(api)).toBe('https://krr.example is down since "GET person, first": reset')
    expect(breaker.signal(api).aborted).toBe(true)
    expect(breaker.down(docs)).toContain('is down')
    expect(breaker.down(op)).toBeUndefined()
  })

  test('is given up after three attempts without an answer in 7.5 s, and not before', () => {
    const { breaker, miss, pass } = begin()
    for (const ms of [4_000, 3_499, 0]) {
      miss(api, { isGivenUp: false })
      pass(ms)
    }
    expect(breaker.down(api)).toBeUndefined()
    pass(1)
    miss(api, { isGivenUp: false })
    expect(breaker.down(api)).toContain('is down')
  })

  test('that answers in between is not', () => {
    const { breaker, miss, pass } = begin()
    for (let count = 0; count < 9; count += 1) {
      miss(api)
      pass(10_000)
      breaker.answered(api)
    }
    expect(breaker.down(api)).toBeUndefined()
  })

  test('is given up at one address alone where it answers at others', () => {
    const { breaker, miss } = begin()
    for (let count = 0; count < 3; count += 1) {
      miss(api)
      breaker.answered(docs)
    }
    expect(breaker.down(api)).toBe(`${api} is down since "GET": reset`)
    expect(breaker.down(docs)).toBeUndefined()
  })

  test('that was given up stays so, whatever answers come late', () => {
    const { breaker, miss } = begin()
    for (let count = 0; count < 3; count += 1) miss(api)
    breaker.answered(api)
    expect(breaker.down(api)).toContain('is down')
  })

  test('is given up by another way of asking it too, whose own misses give up nothing but itself', () => {
    const { breaker, miss } = begin()
    const [heeds, givesUp] = [heeding(breaker), heeding(breaker)]
    const missed: Miss = { url: op, label: 'raw', startedAt: 0, trouble: 'closed', isGivenUp: true }
    for (let count = 0; count < 3; count += 1) {
      miss(api)
      givesUp.missed(missed)
    }
    expect([heeds.down(api), heeds.signal(api).aborted]).toEqual([breaker.down(api), true])
    expect([givesUp.down(op), givesUp.signal(op).aborted]).toEqual([expect.any(String), true])
    expect([breaker.down(op), heeds.down(op)]).toEqual([undefined, undefined])
  })

  test('what one parser refused is asked for by another one all the same', () => {
    const { breaker, miss } = begin()
    const heeds = heeding(breaker)
    for (let count = 0; count < 3; count += 1) miss(api, { wasAnswered: true })
    expect(breaker.down(api)).toEqual(expect.any(String))
    expect([heeds.down(api), heeds.signal(api).aborted]).toEqual([undefined, false])
  })
})
