import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type KeptLogin, type KeptLogins, openKeptLogins } from './kept-logins.ts'

const environment = {
  name: 'mine',
  apiUrl: 'https://api.example/rest/v1/person',
  issuer: 'https://op.example',
  clientId: 'a-client',
}
const stateKey = 'a-key-of-the-tests-of-32-or-more-characters'
const login: KeptLogin = {
  madeAt: '2026-11-25T09:50:00.000Z',
  pid: '20914695016',
  grants: [{ scopes: ['krr:user/spraak.write'], refreshToken: 'a-refresh-token' }],
  readings: [],
  exchanges: [],
  pseudonymKey: 'AAAA',
}
const expiresAt = new Date('2026-11-25T10:00:00.000Z')
const before = new Date('2026-11-25T09:59:59.999Z')

let stateDir: string
let kept: KeptLogins

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'krr-kept-'))
  kept = openKeptLogins(stateDir, environment, stateKey)
})
afterEach(() => rmSync(stateDir, { recursive: true, force: true }))

describe('a kept login', () => {
  test('is taken once: it lies nowhere any more when it is used', () => {
    kept.keep(login, expiresAt)
    expect(kept.take(before)).toEqual({ kind: 'kept', login })
    expect(existsSync(kept.path)).toBe(false)
    expect(kept.take(before)).toEqual({ kind: 'none' })
  })

  test('is for its user alone, and nothing of it is clear', () => {
    kept.keep(login, expiresAt)
    expect(statSync(kept.path).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(kept.path)).mode & 0o777).toBe(0o700)
    expect(readFileSync(kept.path, 'utf8')).not.toMatch(/refresh|20914695016|spraak|a-client/)
  })

  test('replaces the one before', () => {
    kept.keep(login, expiresAt)
    kept.keep({ ...login, pid: undefined }, expiresAt)
    expect(kept.take(before)).toMatchObject({ kind: 'kept', login: { grants: login.grants } })
  })

  test('that has expired is deleted, unread', () => {
    kept.keep(login, expiresAt)
    expect(kept.take(expiresAt)).toEqual({
      kind: 'useless',
      because: 'it expired at 2026-11-25T10:00:00.000Z; it is deleted',
    })
    expect(existsSync(kept.path)).toBe(false)
  })

  test.each([
    ['another key', environment, `${stateKey}.`],
    ['another client', { ...environment, clientId: 'b-client' }, stateKey],
    ['another issuer', { ...environment, issuer: 'https://other.example' }, stateKey],
  ])('stays closed with %s, and stays', (_, target, key) => {
    kept.keep(login, expiresAt)
    const found = openKeptLogins(stateDir, target, key).take(before)
    expect(found.kind === 'useless' && found.because).toMatch(/another KRR_STATE_KEY/)
    expect(kept.take(before).kind).toBe('kept')
  })

  test.each([
    '',
    'no JSON',
    '[]',
    '{"format":2}',
    '{"format":1,"expiresAt":"x","nonce":"","sealed":""}',
  ])('that is damaged is deleted: %s', (text) => {
    kept.keep(login, expiresAt)
    writeFileSync(kept.path, text)
    expect(kept.take(before)).toEqual({ kind: 'useless', because: 'it is damaged; it is deleted' })
    expect(existsSync(kept.path)).toBe(false)
  })

  test('of another version of the harness is deleted', () => {
    kept.keep({ ...login, grants: [] }, expiresAt)
    expect(kept.take(before)).toMatchObject({ kind: 'useless' })
    expect(existsSync(kept.path)).toBe(false)
  })
})
