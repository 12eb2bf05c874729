import { describe, expect, test } from 'vitest'
import { person as validate } from '../../../generated/validators.js'
import { contact, everything, mailbox, people, write } from './api.fixture.ts'
import { project } from './project.ts'

const combinations = [
  [contact],
  [mailbox],
  [write],
  [contact, mailbox],
  [contact, write],
  [mailbox, write],
  everything,
]

describe.each([true, false])('with expired contact information delivered: %s', (deliverExpired) => {
  test.each(Object.entries(people))('%s is as the contract says, with any scopes', (_, person) => {
    const { pid: personidentifikator, record } = person
    for (const scopes of combinations) {
      const options = { personidentifikator, scopes, now: Date.now(), deliverExpired }
      expect(validate(project(record, options)), JSON.stringify(validate.errors)).toBe(true)
    }
  })
})

test('a status outside the code list is noticed', () => {
  const options = { personidentifikator: people.MAIN.pid, scopes: everything, now: Date.now() }
  const document = project(people.MAIN.record, { ...options, deliverExpired: false })
  expect(validate({ ...document, status: 'aktiv' })).toBe(false)
})
