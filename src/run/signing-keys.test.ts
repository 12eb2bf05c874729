import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openSigningKeys } from './signing-keys.ts'

const stateDir = mkdtempSync(join(tmpdir(), 'krr-signing-keys-'))
afterAll(() => rmSync(stateDir, { recursive: true }))

const apiUrl = 'https://krr.example/rest/v1/person'
const open = (name: string, ca?: string, url = apiUrl) =>
  openSigningKeys(stateDir, { name, apiUrl: url, ca })
const [one, two] = ['1'.repeat(64), '2'.repeat(64)]
const first = new Date('2026-11-20T08:00:00Z')
const second = new Date('2026-11-21T08:00:00Z')

describe('the keys that signed', () => {
  test('a run hears what the run before saw, and no more than that', () => {
    expect(open('mine').replace([one], first)).toBeUndefined()
    expect(open('mine').replace([two], second)).toEqual({
      keys: [one],
      seenAt: first.toISOString(),
    })
    expect(open('mine').replace([two], second)?.keys).toEqual([two])
  })

  test('a replay hears what the last run was given, however often, and leaves what is known', () => {
    const memory = open('replayed')
    expect(memory.given()).toBeUndefined()
    memory.replace([one], first)
    expect(memory.given()).toBeUndefined()
    memory.replace([two], second)
    expect(memory.given()).toEqual({ keys: [one], seenAt: first.toISOString() })
    expect(memory.given()?.keys).toEqual([one])
    expect(open('replayed', 'a root').given()).toBeUndefined()
    expect(memory.replace([two], second)?.keys).toEqual([two])
  })

  test('another environment, another address, other roots: nothing is known before', () => {
    open('here').replace([one], first)
    expect(open('there').replace([two], second)).toBeUndefined()
    expect(open('here', undefined, `${apiUrl}/`).replace([two], second)).toBeUndefined()
    expect(open('here', 'a root').replace([two], second)).toBeUndefined()
  })

  test('a run that saw no key leaves what is known', () => {
    open('down').replace([one], first)
    expect(open('down').replace([], second)?.keys).toEqual([one])
    expect(open('down').replace([one], second)?.keys).toEqual([one])
  })

  test('what cannot be read is nothing; what cannot be written does no harm', () => {
    const memory = open('damaged')
    memory.replace([one], first)
    for (const text of ['{', '[]', '{"keys":["x"],"seenAt":"yesterday"}']) {
      writeFileSync(memory.path, text)
      expect(memory.replace([one], second)).toBeUndefined()
    }
    const file = join(stateDir, 'a-file')
    writeFileSync(file, '')
    const environment = { name: 'mine', apiUrl, ca: undefined }
    expect(openSigningKeys(file, environment).replace([one], first)).toBeUndefined()
  })

  test('only the user can read it', () => {
    const memory = open('private')
    memory.replace([one], first)
    expect(statSync(memory.path).mode & 0o777).toBe(0o600)
  })
})
