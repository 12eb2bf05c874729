import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { inTurn } from './once.ts'

describe('in turn', () => {
  test('no more are under way than may be, and every result stands at its item', async () => {
    let underWay = 0
    let most = 0
    const results = await inTurn(3, [...Array(10).keys()], async (item) => {
      underWay += 1
      most = Math.max(most, underWay)
      await turn()
      underWay -= 1
      return item * 2
    })
    expect(most).toBe(3)
    expect(results.map((each) => (each.status === 'fulfilled' ? each.value : each.reason))).toEqual(
      [0, 2, 4, 6, 8, 10, 12, 14, 16, 18],
    )
  })

  test('one that fails stops no other', async () => {
    const results = await inTurn(1, [1, 2, 3], async (item) => {
      if (item === 2) throw new RangeError('two')
      return item
    })
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })
})
