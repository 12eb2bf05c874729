import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openJournal } from './journal.ts'
import { journalledWrites } from './journalled-writes.ts'

const started = () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'krr-journal-'))
  onTestFinished(() => rmSync(stateDir, { recursive: true, force: true }))
  const journal = openJournal(stateDir, { name: 'mine', pid: '20914695016' })
  const begun = { environment: 'mine', runId: 'r-1', person: '[pid]' }
  return { journal, writes: journalledWrites(journal, begun) }
}

test('a second beginning, when all was put back, begins anew', () => {
  const { journal, writes } = started()
  writes.begin('nb')
  writes.write('en')
  writes.end('nb')
  expect(journal.read()).toBeUndefined()
  writes.begin('nb')
  expect(journal.read()).toMatchObject({ found: 'nb', written: [] })
})

test('what was not put back is still what was found, whoever begins and ends after that', () => {
  const { journal, writes } = started()
  writes.begin('nb')
  writes.write('en')
  writes.begin('en')
  expect(journal.read()).toMatchObject({ found: 'nb', written: ['en'] })
  writes.end('en')
  expect(journal.read()).toMatchObject({ found: 'nb' })
  expect(writes.register).toEqual({ found: 'nb', restored: false })
})

test('the journal stays until another test user was looked at too, as they were found first', () => {
  const { journal, writes } = started()
  const person = { persona: 'NO_MAILBOX', owner: 'theirs', found: 'nn' } as const
  writes.beside(person)
  expect(journal.read()).toBeUndefined()
  writes.begin('nb')
  writes.beside({ ...person, found: 'en' })
  expect(journal.read()?.beside).toEqual([person])
  writes.write('en')
  writes.end('nb')
  expect(journal.read()).toMatchObject({ found: 'nb', written: [], beside: [person] })
  expect(writes.register).toEqual({ found: 'nb', restored: false, left: 'nb' })
  writes.besideIsOver('NO_MAILBOX')
  expect(journal.read()?.beside).toBeUndefined()
  writes.end('nb')
  expect(journal.read()).toBeUndefined()
  expect(writes.register).toMatchObject({ restored: true })
})
