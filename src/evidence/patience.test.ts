import { expect, test } from 'vitest'
import { whenPatienceEnds } from './transport.ts'

test('patience ends after its time, and not where it was called off', async () => {
  const ended: string[] = []
  const startedAt = Date.now()
  const callOff = whenPatienceEnds(() => ended.push('called off'), 40)
  whenPatienceEnds(() => ended.push('ended'), 80)
  callOff()
  await expect.poll(() => ended).toEqual(['ended'])
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(75)
})

test('a turn of the event loop that takes long counts as one: what had come could not be read', async () => {
  const ended: string[] = []
  whenPatienceEnds(() => ended.push('ended'), 200)
  const until = Date.now() + 300
  while (Date.now() < until);
  await new Promise((resolve) => setImmediate(resolve))
  expect(ended).toEqual([])
  await expect.poll(() => ended).toEqual(['ended'])
})
