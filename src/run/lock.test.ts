import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hasEnded, type LockHolder, openLock, ownHolder } from './lock.ts'
import { isOfEnvironment, personFile } from './person-file.ts'

const pid = '20914695016'
const other: LockHolder = { ...ownHolder('r-other'), since: '2026-11-25T10:00:00.000Z' }
let stateDir = ''

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'krr-lock-'))
})
afterEach(() => rmSync(stateDir, { recursive: true, force: true }))

const lockOf = (name = 'mine', person: string | undefined = pid) =>
  openLock(stateDir, { name, pid: person })

describe('the lock of a person', () => {
  test('has one holder, and is free again when that one lets go', () => {
    const own = ownHolder('r-1')
    expect(lockOf().take(own)).toBe(true)
    expect(lockOf().take(other)).toBe(false)
    expect(lockOf().read()?.holder).toEqual(own)
    lockOf().release(other)
    expect(lockOf().take(other)).toBe(false)
    lockOf().release(own)
    expect(lockOf().take(other)).toBe(true)
  })

  test('is another one in another environment, and of another person', () => {
    expect(lockOf().take(ownHolder('r-1'))).toBe(true)
    expect(lockOf('mine-too').take(ownHolder('r-2'))).toBe(true)
    expect(lockOf('mine', '05818510073').take(ownHolder('r-3'))).toBe(true)
  })

  test('is for its owner alone, and tells two digits of a digest of whose it is', () => {
    lockOf().take(ownHolder('r-1'))
    const { path } = lockOf()
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(join(stateDir, 'lock')).mode & 0o777).toBe(0o700)
    expect(readdirSync(join(stateDir, 'lock'))).toEqual([
      expect.stringMatching(/^mine\.[\da-f]{2}\.json$/),
    ])
    expect(Object.keys(JSON.parse(readFileSync(path, 'utf8')))).toEqual([
      'runId',
      'pid',
      'host',
      'since',
    ])
  })

  test('is taken over once, by whoever saw what is still there', () => {
    lockOf().take(other)
    const seen = lockOf().read()
    if (seen === undefined) throw new Error('no lock')
    expect(lockOf().takeOver(seen, ownHolder('r-1'))).toBe(true)
    expect(lockOf().takeOver(seen, ownHolder('r-2'))).toBe(false)
    expect(lockOf().read()?.holder?.runId).toBe('r-1')
  })

  test('that holds nothing readable is somebody’s all the same', () => {
    lockOf().take(other)
    writeFileSync(lockOf().path, '{"runId":')
    expect(lockOf().read()).toMatchObject({ holder: undefined })
    expect(lockOf().take(ownHolder('r-1'))).toBe(false)
  })
})

test('a process that has ended is known on its own machine alone', () => {
  expect(hasEnded(ownHolder('r-1'))).toBe(false)
  // Above what Linux and macOS give a process.
  expect(hasEnded({ ...other, pid: 2 ** 22 + 1 })).toBe(true)
  expect(hasEnded({ ...other, pid: 2 ** 22 + 1, host: 'elsewhere.example' })).toBe(false)
})

test('files of one environment are told from those of one whose name begins the same', () => {
  const file = personFile({ name: 'test', pid })
  expect(isOfEnvironment(file, 'test')).toBe(true)
  expect(isOfEnvironment(personFile({ name: 'test', pid: undefined }), 'test')).toBe(true)
  expect(isOfEnvironment(personFile({ name: 'test-2', pid }), 'test')).toBe(false)
  expect(isOfEnvironment(`${file}.next`, 'test')).toBe(false)
})
