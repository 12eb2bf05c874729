import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createChain } from './chain.ts'

describe('chain', () => {
  test('steps are taken one at a time, in the order in which they were asked for', async () => {
    const chain = createChain()
    const log: string[] = []
    const step = (name: string) =>
      chain.step(async () => {
        log.push(`${name} begins`)
        await turn()
        log.push(`${name} ends`)
      })
    const [first, second] = [step('first'), step('second')]
    await Promise.all([second(), first()])
    expect(log).toEqual(['second begins', 'second ends', 'first begins', 'first ends'])
  })

  test('a step that fails does not stop the next one', async () => {
    const chain = createChain()
    const failing = chain.step(() => Promise.reject(new TypeError('broken')))
    const next = chain.step(async () => 'taken')
    const results = await Promise.allSettled([failing(), next()])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })

  test('the last step waits for what was asked for after it', async () => {
    const chain = createChain()
    const log: string[] = []
    const slow = chain.step(async () => {
      await turn()
      log.push('slow')
    })
    const last = chain.last(async () => void log.push('last'))
    const late = chain.step(async () => void log.push('late'))
    await Promise.all([slow(), last(), late()])
    expect(log).toEqual(['slow', 'late', 'last'])
  })

  test('a step is taken once, however many ask', async () => {
    let taken = 0
    const step = createChain().step(async () => {
      taken += 1
      return taken
    })
    expect(await Promise.all([step(), step(), step()])).toEqual([1, 1, 1])
  })

  test('the first step waits for what must be over before, whether that succeeds or not', async () => {
    const log: string[] = []
    const chain = createChain(async () => {
      await turn()
      log.push('over')
      throw new RangeError('failed')
    })
    const [step, last] = [
      chain.step(async () => void log.push('step')),
      chain.last(async () => void log.push('last')),
    ]
    await Promise.all([last(), step()])
    expect(log).toEqual(['over', 'step', 'last'])
  })

  test('is over when its last step is, whichever of the two is asked for first', async () => {
    const chain = createChain()
    const log: string[] = []
    const over = chain.over().then(() => log.push('over'))
    const step = chain.step(async () => void log.push('step'))
    const last = chain.last(async () => {
      await turn()
      await turn()
      log.push('last')
    })
    await Promise.all([step(), last(), over])
    expect(log).toEqual(['step', 'last', 'over'])
  })

  test('what reads between steps has them wait, each time it is asked for', async () => {
    const chain = createChain()
    const log: string[] = []
    const read = async () => {
      log.push('read')
      await turn()
      log.push('seen')
    }
    const step = chain.step(async () => void log.push('step'))
    await Promise.all([chain.between(read), step(), chain.between(read)])
    expect(log).toEqual(['read', 'seen', 'step', 'read', 'seen'])
  })
})
