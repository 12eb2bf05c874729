import { expect, test } from 'vitest'
import { createRunClock } from './expiry.ts'

test('a time that has come is not waited for', async () => {
  const clock = createRunClock()
  const before = Date.now()
  expect(await clock.waitUntil(before - 60_000)).toBeGreaterThanOrEqual(before)
})

test('a wait ends when the time has come', async () => {
  const clock = createRunClock()
  const time = Date.now() + 30
  // Timers may fire a millisecond early.
  expect(await clock.waitUntil(time)).toBeGreaterThanOrEqual(time - 1)
})

test('a wait ends when the clock is stopped, and says that the run was interrupted', async () => {
  const clock = createRunClock()
  const waiting = clock.waitUntil(Date.now() + 3_600_000)
  clock.stop()
  await expect(waiting).rejects.toMatchObject({
    verdict: 'inconclusive',
    message: 'the run was interrupted',
  })
})

test('where time can be let pass, it passes for the environment and the run alike', async () => {
  const passed: number[] = []
  const clock = createRunClock((ms) => passed.push(ms))
  const time = Date.now() + 3_600_000
  expect(await clock.waitUntil(time)).toBeGreaterThanOrEqual(time)
  await clock.waitUntil(time)
  expect(passed).toHaveLength(1)
  expect(passed[0]).toBeGreaterThan(3_590_000)
})
