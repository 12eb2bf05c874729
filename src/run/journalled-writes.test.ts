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
  expect(journal.read()?.beside).toEqual([{ ...person, written: [] }])
  writes.write('en')
  writes.end('nb')
  expect(journal.read()).toMatchObject({
    found: 'nb',
    written: [],
    beside: [{ ...person, written: ['en'] }],
  })
  expect(writes.register).toEqual({ found: 'nb', restored: false, left: 'nb' })
  writes.besideIsOver('NO_MAILBOX')
  expect(journal.read()?.beside).toBeUndefined()
  writes.end('nb')
  expect(journal.read()).toBeUndefined()
  expect(writes.register).toMatchObject({ restored: true })
})

test('of another test user each language stays noted that was sent, in whatever form, and nothing of a person', () => {
  const { journal, writes } = started()
  writes.beside({ persona: 'NO_MAILBOX', found: 'nn' })
  writes.begin('nb')
  writes.write('en', '{"spraak":"en"}')
  writes.seen('en', true)
  writes.write(undefined, '<person><spraak>nob</spraak></person>')
  writes.write(undefined, '[{"path":"/spraak","value":"se"}]')
  writes.write(undefined, '{"spraak":3,"epostadresse":"ola.nordmann@example.org"}')
  const written = ['en', 'nob', 'se', '3']
  expect(journal.read()?.beside).toEqual([{ persona: 'NO_MAILBOX', found: 'nn', written }])
  // What begins again in the same run knows of it still.
  writes.seen('nb', true)
  journal.remove()
  writes.begin('nb')
  expect(journal.read()?.beside?.[0]?.written).toEqual(written)
})

test('a journal that does not say what was written with another test user says so afterwards too', () => {
  const { journal, writes } = started()
  const person = { persona: 'NO_MAILBOX', found: 'nn' } as const
  const entry = { environment: 'mine', runId: 'r-0', person: '', written: [], isUnsettled: false }
  journal.write({ ...entry, found: 'nb', beside: [person] })
  writes.begin('nb')
  writes.write('en')
  expect(journal.read()?.beside).toEqual([person])
})
