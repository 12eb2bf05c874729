import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../rules/body/sample-reading.fixture.ts'
import { clocksApartMs } from './clock.ts'

const at = Date.parse('2026-11-25T10:00:00Z')

/** An answer that took 300 ms, by a server whose clock is apart by so many seconds. */
const answer = (seconds: number | undefined, age?: string) => ({
  ...sampleExchange({
    fields: [
      ...(seconds === undefined
        ? []
        : [['Date', new Date(at + seconds * 1_000).toUTCString()] as const]),
      ...(age === undefined ? [] : [['Age', age] as const]),
    ],
  }),
  startedAt: at,
  receivedAt: at + 300,
})

describe('clocks that are apart', () => {
  test.each([
    ['two minutes ahead', [answer(120), answer(121)], 119_700],
    ['two minutes behind', [answer(-120)], -119_000],
  ])('%s are', (_, answers, ms) => {
    expect(clocksApartMs(answers)).toBe(ms)
  })

  test.each([
    ['20 s ahead', [answer(20)]],
    ['20 s behind', [answer(-20)]],
    ['of which one answer says nothing of the kind', [answer(120), answer(0)]],
    ['to different sides', [answer(120), answer(-120)]],
    ['that no answer tells of', [answer(undefined)]],
    ['in no answer at all', []],
    ['only for what a cache kept for so long', [answer(-120, '120')]],
  ])('%s are none', (_, answers) => {
    expect(clocksApartMs(answers)).toBeUndefined()
  })
})
