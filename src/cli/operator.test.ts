import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { hiddenLines } from './operator.ts'

const never = new AbortController().signal

/** A terminal, as far as reading goes, and which mode it was put into. */
const terminal = () => {
  const modes: boolean[] = []
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => void modes.push(isRaw),
  })
  return { input, modes }
}

describe('lines that are entered', () => {
  test('come one after the other, each to whoever asked first', async () => {
    const input = new PassThrough()
    const readLine = hiddenLines(input)
    const both = [readLine(never), readLine(never)]
    input.write('one\ntwo\nthree\n')
    expect(await Promise.all(both)).toEqual(['one', 'two'])
    expect(await readLine(never)).toBe('three')
  })

  test('are over where the input ends, for this one and the next', async () => {
    const input = new PassThrough()
    const readLine = hiddenLines(input)
    input.end('one\n')
    expect(await readLine(never)).toBe('one')
    await expect(readLine(never)).rejects.toThrow(/the input ended before an address was pasted/)
    await expect(readLine(never)).rejects.toMatchObject({ code: 'EVIDENCE_UNAVAILABLE' })
  })

  test('are waited for no longer than is wanted', async () => {
    const stop = new AbortController()
    const waiting = hiddenLines(new PassThrough())(stop.signal)
    stop.abort()
    await expect(waiting).rejects.toThrow()
  })

  test('are not shown by a terminal: it is in raw mode for as long as is read', async () => {
    const { input, modes } = terminal()
    const read = hiddenLines(input)(never)
    input.write('an address\r')
    expect(await read).toBe('an address')
    expect(modes).toEqual([true, false])
  })

  test('leave a terminal as it was where nobody waits any more', async () => {
    const { input, modes } = terminal()
    const stop = new AbortController()
    const read = hiddenLines(input)(stop.signal)
    stop.abort()
    await expect(read).rejects.toThrow()
    expect(modes).toEqual([true, false])
  })
})
