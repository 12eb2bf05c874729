import { describe, expect, test } from 'vitest'
import { createPace, ownPace, sharePace } from './pace.ts'

const origin = 'https://krr.example'

describe('a pace', () => {
  test('lets six requests to a server be in flight, and the next when one is answered', async () => {
    const pace = ownPace()
    const turns = await Promise.all(Array.from({ length: 6 }, () => pace.turn(origin)))
    let isThere = false
    const seventh = pace.turn(origin).then((turn) => {
      isThere = true
      return turn
    })
    await pace.turn('https://op.example')
    expect(isThere).toBe(false)
    turns[0]?.release()
    ;(await seventh).release()
    expect(pace.sent).toBe(8)
  })

  test('of so many a second makes the next one wait until a second after the one that was so many before', async () => {
    const pace = createPace(sharePace({ perSecond: 3, requests: 100 }))
    const startedAt = Date.now()
    const taken: number[] = []
    for (let count = 0; count < 7; count += 1) {
      const { at, release } = await pace.turn(origin)
      taken.push(at - startedAt)
      release()
    }
    // Each after the beginning: a machine that is busy makes them later, and never earlier.
    for (const [at, ms] of taken.entries())
      expect(ms).toBeGreaterThanOrEqual(Math.floor(at / 3) * 999)
  })

  test('catches up on nothing where the thread was busy', async () => {
    const pace = createPace(sharePace({ perSecond: 3, requests: 100 }))
    const began: number[] = []
    const turns = Array.from({ length: 9 }, async (_, at) => {
      const turn = await pace.turn(`https://krr${at}.example`)
      began.push(turn.at)
      turn.release()
    })
    await Promise.all(turns.slice(0, 3))
    const busyUntil = Date.now() + 2_100
    while (Date.now() < busyUntil);
    await Promise.all(turns)
    const together = began.map(
      (from, at) => began.slice(at).filter((to) => to - from < 1_000).length,
    )
    expect(Math.max(...together)).toBe(3)
  })

  test('is one for all threads: what one has sent counts for the other', async () => {
    const shared = sharePace({ perSecond: undefined, requests: 2 })
    const [one, other] = [createPace(shared), createPace(shared)]
    ;(await one.turn(origin)).release()
    expect(other.isSpent).toBe(false)
    ;(await other.turn(origin)).release()
    expect([one.sent, one.isSpent, other.isSpent]).toEqual([2, true, true])
  })

  test('rests as long as a server asks for, and asks others meanwhile', async () => {
    const pace = ownPace()
    const startedAt = Date.now()
    const order: string[] = []
    pace.rest(origin, 120)
    const rested = pace.turn(origin).then(({ at }) => {
      order.push('rested')
      return at
    })
    await pace.turn('https://op.example').then(() => order.push('other'))
    expect((await rested) - startedAt).toBeGreaterThanOrEqual(119)
    expect(order).toEqual(['other', 'rested'])
  })
})
