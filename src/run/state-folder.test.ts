import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConfigurationError } from '../config/configuration-error.ts'
import { loadConfiguration } from '../config/load.ts'
import { readSandboxFile } from '../config/sandbox-file.ts'
import { headPaths, writeHead } from '../gate/keep/head.ts'
import { openKeptLogins } from '../login/kept/kept-logins.ts'
import { openJournal } from './journal.ts'
import { openLock } from './lock.ts'
import { personFile } from './person-file.ts'
import { openSigningKeys } from './signing-keys.ts'

const person = { name: 'mine', pid: '20914695016' }
const environment = {
  ...person,
  apiUrl: 'https://127.0.0.1/person',
  issuer: 'https://127.0.0.1/op',
  clientId: 'c',
  ca: undefined,
}
let folder = ''
let state = ''
let victim = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'krr-state-'))
  state = join(folder, 'state')
  victim = join(folder, 'victim')
  mkdirSync(state, { mode: 0o700 })
  writeFileSync(victim, 'precious')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const opens: Readonly<Record<string, readonly [file: () => string, open: () => unknown]>> = {
  journal: [() => join(state, 'journal', personFile(person)), () => openJournal(state, person)],
  lock: [() => join(state, 'lock', personFile(person)), () => openLock(state, person)],
  'kept login': [
    () => join(state, 'logins', 'mine.json'),
    () => openKeptLogins(state, environment, 'k'.repeat(32)),
  ],
  sandbox: [() => join(state, 'sandbox.json'), () => readSandboxFile(state)],
  'signing keys': [
    () => join(state, 'signing-keys', 'mine.json'),
    () => openSigningKeys(state, environment),
  ],
}

describe.each(Object.entries(opens))('a %s', (_what, [file, open]) => {
  test('that is a symbolic link is refused, and what to do is said', () => {
    mkdirSync(join(file(), '..'), { recursive: true })
    symlinkSync(victim, file())
    expect(open).toThrow(ConfigurationError)
    expect(open).toThrow(`rm ${file()}`)
    expect(readFileSync(victim, 'utf8')).toBe('precious')
  })
})

test.each(['journal', 'lock'])('a folder of %s that is a symbolic link is refused', (name) => {
  mkdirSync(join(folder, 'elsewhere'))
  symlinkSync(join(folder, 'elsewhere'), join(state, name))
  expect(opens[name]?.[1]).toThrow(`rm ${join(state, name)}`)
})

test('a link in the place of what is written first is not written through', () => {
  const path = join(state, 'journal', personFile(person))
  mkdirSync(join(path, '..'), { recursive: true })
  symlinkSync(victim, `${path}.next`)
  const [person_, runId, found] = ['[pid]', 'r-1', 'nb']
  const entry = {
    environment: 'mine',
    runId,
    person: person_,
    found,
    written: [],
    isUnsettled: false,
  }
  openJournal(state, person).write(entry)
  expect(readFileSync(victim, 'utf8')).toBe('precious')
  expect(openJournal(state, person).read()).toMatchObject({ found: 'nb' })
})

test('the note of the latest decision is not written through a link', async () => {
  const [, path] = headPaths(join(folder, 'reports'), state)
  mkdirSync(join(path, '..'), { recursive: true })
  symlinkSync(victim, path)
  const head = { decisions: 1, last: 'x', manifestSha256: 'y' }
  await expect(writeHead(path, head)).rejects.toThrow(`rm ${path}`)
})

describe('a state folder', () => {
  const load = () =>
    loadConfiguration({ argv: { env: 'reference' }, env: { KRR_STATE_DIR: state }, cwd: folder })

  test.each([0o777, 0o770, 0o722, 0o1777])(
    'of mode %o is refused, and what to do is said',
    (mode) => {
      chmodSync(state, mode)
      expect(load).toThrow(`chmod 700 ${state}`)
    },
  )

  test.each([0o700, 0o750, 0o755])('of mode %o is accepted', (mode) => {
    chmodSync(state, mode)
    expect(load().settings.stateDir).toBe(state)
  })
})
