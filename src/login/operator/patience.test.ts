import { describe, expect, test } from 'vitest'
import { untilWhen, waitForPerson } from './operator.ts'

const never = new AbortController().signal

describe('a wait for a person', () => {
  test('ends after the time that was told, with what nobody did', async () => {
    const wait = waitForPerson('log in', { waitsMs: 1, interrupted: never })
    await expect(wait.over).rejects.toThrow('nobody came to log in within 0 minutes')
    expect(wait.signal.aborted).toBe(true)
  })

  test('ends with the run, whether it is interrupted before or meanwhile', async () => {
    const run = new AbortController()
    const begun = waitForPerson('log in', { waitsMs: 60_000, interrupted: run.signal })
    run.abort()
    await expect(begun.over).rejects.toThrow('the run was interrupted')
    const late = waitForPerson('log in', { waitsMs: 60_000, interrupted: run.signal })
    await expect(late.over).rejects.toThrow('the run was interrupted')
  })

  test('that was ended says nothing, and whoever reads is told to stop', () => {
    const wait = waitForPerson('log in', { waitsMs: 60_000, interrupted: never })
    wait.end()
    expect(wait.signal.aborted).toBe(true)
  })

  test('is told with its end, by this machine’s clock', () => {
    expect(untilWhen(600_000, new Date(2026, 10, 25, 23, 55, 1))).toBe('10 minutes, until 00:05')
    expect(untilWhen(60_000, new Date(2026, 10, 25, 9, 1, 1))).toBe('1 minute, until 09:02')
  })
})
