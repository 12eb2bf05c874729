import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLanguageRemoval } from './language-removal.ts'

const mine = { name: 'mine', apiUrl: 'https://krr.example/rest/v1/person', ca: undefined }

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'krr-removal-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

test('what the last run saw is known, of this installation alone', () => {
  const stateDir = folder()
  expect(openLanguageRemoval(stateDir, mine).isKnownToWork()).toBe(false)
  openLanguageRemoval(stateDir, mine).remember(true)
  expect(openLanguageRemoval(stateDir, mine).isKnownToWork()).toBe(true)
  const other = { ...mine, apiUrl: 'https://other.example/rest/v1/person' }
  expect(openLanguageRemoval(stateDir, other).isKnownToWork()).toBe(false)
  openLanguageRemoval(stateDir, mine).remember(false)
  expect(openLanguageRemoval(stateDir, mine).isKnownToWork()).toBe(false)
})

test('a file that is damaged or cannot be written says nothing', () => {
  const stateDir = folder()
  openLanguageRemoval(stateDir, mine).remember(true)
  writeFileSync(join(stateDir, 'language-removal', 'mine.json'), '{"works":true')
  expect(openLanguageRemoval(stateDir, mine).isKnownToWork()).toBe(false)
  writeFileSync(join(stateDir, 'file'), '')
  const nowhere = openLanguageRemoval(join(stateDir, 'file'), mine)
  nowhere.remember(true)
  expect(nowhere.isKnownToWork()).toBe(false)
})
