import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { settled } from './once.ts'

test('what is begun while it waits is waited for as well, and a failure is an end too', async () => {
  const log: string[] = []
  const begun: Promise<unknown>[] = []
  begun.push(
    turn().then(() => {
      begun.push(turn().then(() => log.push('late')))
      throw new RangeError('failed')
    }),
  )
  await settled(() => [...begun])
  expect(log).toEqual(['late'])
})
