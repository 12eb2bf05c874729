import { describe, expect, test } from 'vitest'
import { createPace, ownPace, sharePace } from './pace.ts'

const origin = 'https://krr.example'

describe('a pace', () => {
  test('lets six requests to a server be in flight, and the next when one is answered', async () => {
    const pace = ownPace()
    const releases = await Promise.all(Array.from({ length: 6 }, () => pace.turn(origin)))
    let isThere = false
    const seventh = pace.turn(origin).then((release) => {
      isThere = true
      return release
    })
    await pace.turn('https://op.example')
    expect(isThere).toBe(false)
    releases[0]?.()
    ;(await seventh)()
    expect(pace.sent).toBe(8)
  })

  test('of so many a second makes the next one wait until a second after the one that was so many before', async () => {
    const pace = createPace(sharePace({ perSecond: 3, requests: 100 }))
    const startedAt = Date.now()
    const taken: number[] = []
    for (let count = 0; count < 7; count += 1) {
      const release = await pace.turn(origin)
      taken.push(Date.now() - startedAt)
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
      const release = await pace.turn(`https://krr${at}.example`)
      began.push(Date.now())
      release()
    })
    await Promise.all(turns.slice(0, 3))
    const busyUntil = Date.now() + 2_100
    while (Date.now() < busyUntil);
    await Promise.all(turns)
    const together = began.map((from, at) => began.slice(at).filter((to) => to - from < 990).length)
    expect(Math.max(...together)).toBe(3)
  })

  test('is one for all threads: what one has sent counts for the other', async () => {
    const shared = sharePace({ perSecond: undefined, requests: 2 })
    const [one, other] = [createPace(shared), createPace(shared)]
    ;(await one.turn(origin))()
    expect(other.isSpent).toBe(false)
    ;(await other.turn(origin))()
    expect([one.sent, one.isSpent, other.isSpent]).toEqual([2, true, true])
  })

  test('rests as long as a server asks for, and asks others meanwhile', async () => {
    const pace = ownPace()
    const startedAt = Date.now()
    pace.rest(origin, 120)
    ;(await pace.turn('https://op.example'))()
    expect(Date.now() - startedAt).toBeLessThan(120)
    ;(await pace.turn(origin))()
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(119)
  })
})
