import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLock, ownHolder, type TurnLimits, waitForTurn } from './lock.ts'

const limits: TurnLimits = { patience: 5_000, look: 5, beat: 10, silence: 5_000 }
const person = { name: 'mine', pid: '20914695016' }
let stateDir = ''

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'krr-turn-'))
})
afterEach(() => rmSync(stateDir, { recursive: true, force: true }))

const begin = (runId: string, further: Partial<TurnLimits> = {}, signal?: AbortSignal) => {
  const lines: string[] = []
  const turn = waitForTurn({
    lock: openLock(stateDir, person),
    runId,
    onProgress: (line) => lines.push(line),
    limits: { ...limits, ...further },
    signal,
  })
  return { turn, lines }
}

describe('a turn', () => {
  test('is waited for, with a line that says who has it, and had when that one ends', async () => {
    const first = await begin('r-1').turn
    const second = begin('r-2')
    await expect.poll(() => second.lines).toHaveLength(1)
    expect(second.lines[0]).toMatch(
      /^waits for run r-1 \(process \d+ on \S+, since \d\d:\d\d:\d\d UTC\), which may write to the same person$/,
    )
    first.end()
    const turn = await second.turn
    expect(openLock(stateDir, person).read()?.holder?.runId).toBe('r-2')
    turn.end()
    expect(openLock(stateDir, person).read()).toBeUndefined()
  })

  test('that does not come in time is refused, with who has it and where that is written', async () => {
    const first = await begin('r-1').turn
    await expect(begin('r-2', { patience: 30 }).turn).rejects.toMatchObject({
      code: 'EVIDENCE_UNAVAILABLE',
      verdict: 'inconclusive',
      message: expect.stringMatching(
        /^not begun: run r-1 \(process \d+ .*\) may write to the same person .*\(lock .*\/lock\/mine\.[\da-f]{2}\.json\); run it again/,
      ),
    })
    first.end()
  })

  test('of a process that has ended is taken over at once, with a line', async () => {
    openLock(stateDir, person).take({ ...ownHolder('r-1'), pid: 2 ** 22 + 1 })
    const { turn, lines } = begin('r-2')
    await turn
    expect(lines).toEqual([
      expect.stringMatching(/^took over the lock of run r-1 \(process 4194305/),
    ])
  })

  test('of a machine that gives no sign of life is taken over', async () => {
    openLock(stateDir, person).take({ ...ownHolder('r-1'), host: 'elsewhere.example' })
    const { turn, lines } = begin('r-2', { silence: 60 })
    await turn
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'waits for',
      'took over',
    ])
  })

  test('of another machine that lives is not taken over, however long it takes', async () => {
    const lock = openLock(stateDir, person)
    const elsewhere = { ...ownHolder('r-1'), host: 'elsewhere.example' }
    lock.take(elsewhere)
    const living = setInterval(() => lock.beat(elsewhere), 10)
    await expect(begin('r-2', { silence: 150, patience: 500 }).turn).rejects.toThrow('not begun')
    clearInterval(living)
  })

  test('of several that find the same dead holder one alone takes it over', async () => {
    openLock(stateDir, person).take({ ...ownHolder('r-0'), pid: 2 ** 22 + 1 })
    const all = ['r-1', 'r-2', 'r-3', 'r-4'].map((runId) => begin(runId, { patience: 300 }))
    const outcomes = await Promise.allSettled(all.map(({ turn }) => turn))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(all.filter(({ lines }) => lines.some((line) => line.startsWith('took')))).toHaveLength(1)
  })

  test('is no longer waited for when the run is interrupted', async () => {
    await begin('r-1').turn
    const interruption = new AbortController()
    const { turn, lines } = begin('r-2', {}, interruption.signal)
    await expect.poll(() => lines).toHaveLength(1)
    interruption.abort()
    await expect(turn).rejects.toThrow('interrupted')
  })

  test('shows signs of life while it lasts', async () => {
    const { path } = openLock(stateDir, person)
    const turn = await begin('r-1').turn
    const text = readFileSync(path, 'utf8')
    const first = openLock(stateDir, person).read()?.beat
    await expect.poll(() => openLock(stateDir, person).read()?.beat).not.toBe(first)
    expect(readFileSync(path, 'utf8')).toBe(text)
    turn.end()
  })
})
