import { describe, expect, test } from 'vitest'
import { type JournalOwner, notTheirs } from './whose-journal.ts'

const entry = { person: '[pid, 11 characters, #0a1b2c3d]', runId: 'run-1' }
const owner: JournalOwner = {
  environment: 'mine',
  person: entry.person,
  isComparable: true,
  isOperator: true,
  isAsked: false,
}

describe('the language of a journal', () => {
  test('is put back for the same person', () => {
    expect(notTheirs(entry, owner)).toBeUndefined()
  })

  test.each([true, false])('is never written to another person, asked for: %s', (isAsked) => {
    const another = { ...owner, person: '[pid, 11 characters, #ffffffff]', isAsked }
    expect(notTheirs(entry, another)).toBe(
      "it is another person's than the one who is logged in now (or KRR_STATE_KEY was changed since): whoever was logged in in run run-1 has to be, with npm run krr -- restore --env mine",
    )
  })

  test('of an operator who cannot be compared is put back only where that is asked for', () => {
    const unknown = { ...owner, isComparable: false, person: '[pid, 11 characters, #ffffffff]' }
    expect(notTheirs(entry, unknown)).toMatch(/^it cannot be told whether the same person/)
    expect(notTheirs(entry, { ...unknown, isAsked: true })).toBeUndefined()
    // A test user is the one who is configured.
    expect(notTheirs(entry, { ...unknown, isOperator: false })).toBeUndefined()
  })
})
