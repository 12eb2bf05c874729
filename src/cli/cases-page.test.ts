import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

/** Git as it is on a machine where nobody has set it up. */
const git = (folder: string, ...args: readonly string[]) =>
  execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: join(folder, 'none'),
      GIT_CONFIG_NOSYSTEM: '1',
    },
  })

test('a clone where Git turns line ends (core.autocrlf) has those of the repository', () => {
  const folder = mkdtempSync(join(tmpdir(), 'krr-clone-'))
  try {
    const [origin, clone] = [join(folder, 'origin'), join(folder, 'clone')]
    mkdirSync(origin)
    for (const [path, content] of [
      ['.gitattributes', readFileSync(at('.gitattributes'), 'utf8')],
      ['a.ts', 'export const a = 1\n\n'],
      ['b.json', '{}\n'],
    ] as const)
      writeFileSync(join(origin, path), content)
    git(origin, 'init', '--quiet')
    git(origin, 'add', '.')
    const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.com']
    git(origin, ...author, 'commit', '--quiet', '-m', 'a')
    git(folder, 'clone', '--quiet', '-c', 'core.autocrlf=true', origin, clone)
    expect(readFileSync(join(clone, 'a.ts'), 'utf8')).toBe('export const a = 1\n\n')
    expect(readFileSync(join(clone, 'b.json'), 'utf8')).toBe('{}\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
