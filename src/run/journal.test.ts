import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { JournalError, openJournal } from './journal.ts'

const entry = {
  environment: 'mine',
  runId: 'r-1',
  person: '[pid]',
  found: 'nb',
  written: [],
  isUnsettled: false,
}
let stateDir = ''

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'krr-journal-'))
})
afterEach(() => rmSync(stateDir, { recursive: true, force: true }))

describe('journal', () => {
  test('what was written is read back, by another process as well', () => {
    openJournal(stateDir, { name: 'mine', pid: '20914695016' }).write({ ...entry, written: ['en'] })
    expect(openJournal(stateDir, { name: 'mine', pid: '20914695016' }).read()).toEqual({
      ...entry,
      written: ['en'],
    })
  })

  test('its file is for its owner alone', () => {
    const journal = openJournal(stateDir, { name: 'mine', pid: '20914695016' })
    journal.write(entry)
    expect(statSync(journal.path).mode & 0o777).toBe(0o600)
    expect(statSync(join(stateDir, 'journal')).mode & 0o777).toBe(0o700)
  })

  test('environments do not share it, and a removed one is gone', () => {
    const journal = openJournal(stateDir, { name: 'mine', pid: '20914695016' })
    journal.write(entry)
    expect(openJournal(stateDir, { name: 'other', pid: '20914695016' }).read()).toBeUndefined()
    journal.remove()
    expect(journal.read()).toBeUndefined()
  })

  test.each([
    '',
    '{"found":',
    '{}',
    '[]',
    '{"found":1}',
    '{"found":"nb","beside":{}}',
    '{"found":"nb","beside":[{"persona":"MAIN","found":"nb"}]}',
    '{"found":"nb","beside":[{"persona":"RESERVED","found":"nb","written":"en"}]}',
  ])('a file that holds no entry (%j) is no absence: a language may be changed', (text) => {
    const journal = openJournal(stateDir, { name: 'mine', pid: '20914695016' })
    journal.write(entry)
    writeFileSync(journal.path, text)
    expect(() => journal.read()).toThrow(JournalError)
  })

  test('one that cannot be written names the setting and why', () => {
    writeFileSync(join(stateDir, 'journal'), 'a file where the folder should be')
    const journal = openJournal(stateDir, { name: 'mine', pid: '20914695016' })
    expect(() => journal.write(entry)).toThrow(/\(EEXIST\): KRR_STATE_DIR must be a folder/)
    expect(journal.read()).toBeUndefined()
  })
})
