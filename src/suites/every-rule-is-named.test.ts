import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { rules } from '../rules/index.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The code of all suites and what they arrange with, without its tests. */
const suites = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file))
  .map((file) => readFileSync(join(folder, file), 'utf8'))

/** How often a suite names the rule of this file beside the line that imports it. */
const timesNamed = (file: string): number =>
  suites
    .map((text) => {
      const imported = text.match(new RegExp(`import \\{([^}]*)\\} from '[./]*/rules/${file}'`))
      const names = (imported?.[1] ?? '').split(',').map((name) => name.replace('type', '').trim())
      return names
        .filter((name) => /^[a-z]/.test(name))
        .map((name) => text.split(new RegExp(`\\b${name}\\b`)).length - 2)
        .reduce((total, times) => total + times, 0)
    })
    .reduce((total, times) => total + times, 0)

const rulesFolder = join(folder, '..', 'rules')
const files = readdirSync(rulesFolder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^\w+\/\d{3}-[\w-]+\.ts$/.test(file))

test('there is a file for every rule', () => {
  const ids = files.map((file) => `KRR-${file.slice(0, file.indexOf('-')).replace('/', '-')}`)
  expect(ids.map((id) => id.toUpperCase()).sort()).toEqual(rules.map(({ id }) => id).sort())
})

test.each(files)('a suite names %s: a rule that nothing judges would be green', (file) => {
  expect(timesNamed(file)).toBeGreaterThan(0)
})
