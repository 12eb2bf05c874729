import { describe, expect, test } from 'vitest'
import { createAttemptBatch } from './attempt-batch.ts'
import type { Attempt, TakenAttempt } from './attempts.ts'
import { createChain } from './chain.ts'

/** A register that notes what it is given together, and takes it as it is. */
const noting = (prepare: () => Promise<void> = async () => {}) => {
  const sent: string[][] = []
  const attempt = async (attempts: readonly Attempt[]) => {
    sent.push(attempts.map(({ factor }) => factor))
    return attempts.map(({ factor }) => ({
      status: 'fulfilled' as const,
      value: { factor } as TakenAttempt,
    }))
  }
  return { sent, prepare, attempt }
}

const making = (factor: string) => async () => ({ factor, document: '' })

describe('attempt batch', () => {
  test('what is asked for until it is sent goes together, each with its own outcome', async () => {
    const register = noting()
    const batch = createAttemptBatch(createChain(), register)
    const [one, other] = [batch.attempt(making('one')), batch.attempt(making('other'))]
    const taken = await Promise.all([one(), other(), one()])
    expect(taken.map(({ factor }) => factor)).toEqual(['one', 'other', 'one'])
    expect(register.sent).toEqual([['one', 'other']])
    expect((await batch.attempt(making('late'))()).factor).toBe('late')
    expect(register.sent).toEqual([['one', 'other'], ['late']])
  })

  test('one that cannot be made fails alone', async () => {
    const register = noting()
    const batch = createAttemptBatch(createChain(), register)
    const impossible = batch.attempt(() => Promise.reject(new RangeError('opaque')))
    const results = await Promise.allSettled([impossible(), batch.attempt(making('other'))()])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(register.sent).toEqual([['other']])
  })

  test('where nothing may be written none is sent, and each is told why', async () => {
    const register = noting(() => Promise.reject(new RangeError('no write')))
    const batch = createAttemptBatch(createChain(), register)
    const results = await Promise.allSettled([
      batch.attempt(making('one'))(),
      batch.attempt(making('other'))(),
    ])
    expect(results.map((each) => String(each.status === 'rejected' && each.reason))).toEqual([
      'RangeError: no write',
      'RangeError: no write',
    ])
    expect(register.sent).toEqual([])
  })
})
