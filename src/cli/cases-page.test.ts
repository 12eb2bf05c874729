import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../contract/project-folder.ts'

const at = (...parts: readonly string[]) => join(projectFolder(), ...parts)

/** The rows of docs/cases.md, without those that name or rule off the columns. */
const rows = readFileSync(at('docs', 'cases.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| case |'))

test('docs/cases.md has a table of cases', () => {
  expect(rows.length).toBeGreaterThan(50)
})

test.each(rows)('%s', (row) => {
  const [, path = '', text = ''] = /\| `([^`]+)`: (.+) \|$/.exec(row) ?? []
  expect([path, existsSync(at(path))]).toEqual([path, true])
  expect(readFileSync(at(path), 'utf8')).toContain(text)
})
