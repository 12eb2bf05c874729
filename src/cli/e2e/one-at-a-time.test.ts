import { readFileSync } from 'node:fs'
import { Agent, request } from 'undici'
import { describe, expect, test } from 'vitest'
import { openLock, ownHolder } from '../../run/lock.ts'
import { krr, startKrr, startPlainVitest } from './krr-process.fixture.ts'
import { eachOnOwnEnvironment, type OwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let mine: OwnEnvironment

eachOnOwnEnvironment({ workspace }, (started) => {
  mine = started
})

const onMine = () => workspace.in({ KRR_ENV: 'mine', ...mine.settings() })
const lock = () =>
  openLock(workspace.stateDir, { name: 'mine', pid: mine.reference.people.MAIN.pid })
const language = () => mine.register.record?.spraak

describe('two runs on one person', { timeout: 120_000 }, () => {
  test('of one machine: the second waits, says for whom, and goes on when the first is over', async () => {
    const own = ownHolder('2026-11-25T02-00-00-abcdef')
    lock().take(own)
    const second = startKrr(['test', '-t', 'KRR-PATCH-014'], onMine())
    await second.complained(/waits for/)
    mine.unsafe.length = 0
    lock().release(own)
    const { code, stderr, stdout } = await second.ended
    expect(stderr).toContain(
      `mine: waits for run 2026-11-25T02-00-00-abcdef (process ${process.pid} on ${own.host}, since ${own.since.slice(11, 19)} UTC), which may write to the same person`,
    )
    expect([code, language()], stdout).toEqual([0, 'nb'])
    expect(mine.unsafe).toEqual(['PATCH 204', 'PATCH 204'])
    expect(lock().read()).toBeUndefined()
  })

  test('of one machine: under plain vitest the second says for whom it waits, and may be interrupted', async () => {
    const own = ownHolder('2026-11-25T02-00-00-abcdef')
    lock().take(own)
    const waiting = startPlainVitest(['-t', 'KRR-PATCH-014'], onMine())
    await waiting.complained(/^mine: waits for run 2026-11-25T02-00-00-abcdef /m)
    waiting.child.kill('SIGINT')
    const { code, stderr } = await waiting.ended
    expect([code, stderr]).toEqual([3, expect.stringContaining('mine: the run was interrupted')])
    expect(lock().read()?.holder).toEqual(own)
    lock().release(own)
  })

  test('of one machine: one that only reads waits for nobody', async () => {
    const own = ownHolder('r-1')
    lock().take(own)
    const { code, stderr } = await krr(['test', '--no-write', '-t', 'KRR-JWS-003'], onMine())
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('waits')])
    lock().release(own)
  })

  test('of one machine: a lock of a process that was killed is taken over, with a line', async () => {
    lock().take({ ...ownHolder('r-killed'), pid: 2 ** 22 + 1 })
    const { code, stderr } = await krr(['restore', '--env', 'mine'], onMine())
    expect(code).toBe(0)
    expect(stderr).toContain('mine: took over the lock of run r-killed')
  })

  test('of two machines: what the other wrote is recognised, is inconclusive, and is left', async () => {
    const { stdout } = await krr(['token', '--env', 'mine'], onMine())
    const changes: number[] = []
    mine.unsafe.length = 0
    mine.seed({
      response: async (response, { request: asked }) => {
        // The second change, to "se", is answered when the other machine has made its own.
        if (asked.method === 'PATCH' && mine.unsafe.length === 1 && changes.length === 0) {
          changes.push(0)
          changes[0] = await changeByHand(stdout.trim(), 'nn')
        }
        return response
      },
    })
    const { code, stdout: said } = await krr(['test', '-t', 'KRR-PATCH-0(0[1-6]|14)'], onMine())
    expect([code, changes], said).toEqual([3, [204]])
    const { rules, register, trouble } = workspace.report('mine/partial')
    expect(rules.filter(({ verdict }) => verdict === 'failed' || verdict === 'errored')).toEqual([])
    const seen = rules.find(({ id }) => id === 'KRR-PATCH-003')
    expect(seen).toMatchObject({ verdict: 'inconclusive' })
    expect(seen?.reason).toContain('somebody else changed the language')
    expect(trouble.join('\n')).toContain('somebody else changed')
    expect(register).toEqual({
      found: 'nb',
      left: 'nn',
      trouble: 'somebody else changed it meanwhile: left as it is',
    })
    expect(language()).toBe('nn')
    expect(workspace.journal('mine')).toBeUndefined()
  })
})

const changeByHand = async (accessToken: string, spraak: string): Promise<number> => {
  const { KRR_MINE_CA: caFile = '' } = mine.settings()
  const dispatcher = new Agent({ connect: { ca: readFileSync(caFile) } })
  try {
    const { statusCode, body } = await request(mine.reference.apiUrl, {
      dispatcher,
      method: 'PATCH',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ spraak }),
    })
    await body.dump()
    return statusCode
  } finally {
    await dispatcher.close()
  }
}
