import { describe, expect, test } from 'vitest'
import { type JournalOwner, notTheirs, ownerOf } from './journal.ts'

const entry = { person: '[pid, 11 characters, #0a1b2c3d]', runId: 'run-1' }
const owner: JournalOwner = {
  keyName: 'MINE',
  restore: 'npm run krr -- restore --env mine',
  owner: undefined,
  person: entry.person,
  isComparable: true,
  isOperator: true,
  isAsked: false,
  isVouchedFor: false,
}

describe('the language of a journal', () => {
  test('is put back for the same person', () => {
    expect(notTheirs(entry, owner)).toBeUndefined()
  })

  test.each([true, false])('is never written to another person, asked for: %s', (isAsked) => {
    const another = { ...owner, person: '[pid, 11 characters, #ffffffff]', isAsked }
    expect(notTheirs(entry, another)).toBe(
      "it is another person's than the one who is logged in now: whoever was logged in in run run-1 has to be, with npm run krr -- restore --env mine. If it is the same one and KRR_STATE_KEY was changed since: npm run krr -- restore --env mine --same-person",
    )
  })

  test('of an operator who cannot be compared is put back only where that is asked for', () => {
    const unknown = { ...owner, isComparable: false, person: '[pid, 11 characters, #ffffffff]' }
    expect(notTheirs(entry, unknown)).toMatch(/^it cannot be told whether the same person/)
    expect(notTheirs(entry, { ...unknown, isAsked: true })).toBeUndefined()
  })
})

describe('the language of a test user’s journal', () => {
  const environment = {
    name: 'mine',
    pid: '20914695016',
    apiUrl: 'https://krr.example/rest/v1/person',
    clientAuthentication: { method: 'client_secret', secret: 'a-secret-of-the-tests' },
  } as const
  const jwk = { kty: 'EC', d: 'a-key-of-the-tests' }
  const own = ownerOf(environment)
  const testUser = { ...owner, isOperator: false, isComparable: false, owner: own }

  test('is put back for the same one, by another process too, and for whoever is configured where it is not said', () => {
    expect(notTheirs({ ...entry, owner: ownerOf({ ...environment }) }, testUser)).toBeUndefined()
    expect(notTheirs(entry, testUser)).toBeUndefined()
  })

  test.each([true, false])('is never written to another one, asked for: %s', (isAsked) => {
    const another = { ...entry, owner: ownerOf({ ...environment, pid: '05818510014' }) }
    expect(notTheirs(another, { ...testUser, isAsked })).toMatch(
      /^it is another test user's.*restore --env mine with KRR_MINE_PID as in run run-1\. If .* --env mine --same-person$/,
    )
  })

  test('is put back where the client’s secret was changed: by the kept pseudonym, or by who vouches for it', () => {
    const rotated = { method: 'client_secret', secret: 'the-next-secret-of-the-tests' } as const
    const before = { ...entry, owner: own }
    const since = { ...testUser, owner: ownerOf({ ...environment, clientAuthentication: rotated }) }
    expect(notTheirs(before, since)).toMatch(/^it is another test user's/)
    expect(notTheirs(before, { ...since, isComparable: true })).toBeUndefined()
    const another = { ...before, person: '[pid, 11 characters, #ffffffff]' }
    expect(notTheirs(another, { ...since, isComparable: true })).toMatch(/^it is another test/)
    expect(notTheirs(another, { ...since, isVouchedFor: true })).toBeUndefined()
  })

  test('says nothing to who has not what the client proves itself with', () => {
    expect(own).toMatch(/^[\da-f]{32}$/)
    const others = [
      { ...environment, clientAuthentication: { method: 'client_secret', secret: 'x' } as const },
      { ...environment, clientAuthentication: { method: 'private_key_jwt', jwk } as const },
      { ...environment, name: 'other' },
    ]
    expect(new Set([own, ...others.map(ownerOf)]).size).toBe(4)
    expect(ownerOf({ ...environment, pid: undefined })).toBeUndefined()
  })

  test('is known of a sandbox whatever its client is this time, and of no other address of that name', () => {
    const sandbox = { ...environment, name: 'sandbox', apiUrl: 'https://127.0.0.1:8421/person' }
    const started = { method: 'client_secret', secret: 'the-secret-of-another-start' } as const
    const owners = (apiUrl: string) =>
      [environment.clientAuthentication, started].map((clientAuthentication) =>
        ownerOf({ ...sandbox, apiUrl, clientAuthentication }),
      )
    expect(new Set(owners(sandbox.apiUrl)).size).toBe(1)
    expect(new Set(owners(environment.apiUrl)).size).toBe(2)
  })
})
