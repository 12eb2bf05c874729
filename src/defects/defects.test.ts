import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { areas } from '../rules/rule.ts'
import { type Defect, provenBy } from './defect.ts'
import { defects } from './index.ts'

const folder = dirname(fileURLToPath(import.meta.url))
const ruleIds: readonly string[] = rules.map(({ id }) => id)

interface NamedDefect {
  readonly file: string
  readonly family: string
  readonly name: string
  readonly defect: Defect
}

const isDefect = (value: unknown): value is Defect =>
  typeof value === 'object' && value !== null && 'id' in value && 'inject' in value

/** Every defect that a file of a family folder exports, catalogued or not. */
const exported: readonly NamedDefect[] = (
  await Promise.all(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
      .filter((entry) => entry.parentPath !== folder)
      .filter(
        (entry) =>
          !['variants', 'dumb-servers', 'schema-keywords'].includes(basename(entry.parentPath)),
      )
      .map(async ({ parentPath, name: file }) => {
        const exports: object = await import(pathToFileURL(join(parentPath, file)).href)
        return Object.entries(exports)
          .filter((entry): entry is [string, Defect] => isDefect(entry[1]))
          .map(([name, defect]) => ({ file, family: basename(parentPath), name, defect }))
      }),
  )
).flat()

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

describe('defects', () => {
  test('every defect has an id of its own', () => {
    const ids = defects.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('every defect of a family folder is in the catalogue, and nothing else is', () => {
    expect(exported.map(({ defect }) => defect.id).sort()).toEqual(
      defects.map(({ id }) => id).sort(),
    )
  })

  test.each(exported.map((own) => [own.defect.id, own] as const))(
    '%s is named by its file, its export and an area of rules alike',
    (id, { file, name }) => {
      const [prefix, area = '', ...words] = id.split('-')
      expect(prefix).toBe('DEF')
      expect(areas).toContain(area)
      expect(`${words.join('-').toLowerCase()}.ts`).toBe(file)
      expect(letters(name)).toBe(letters(words.join('')))
    },
  )

  test('the defects of a folder are of one family', () => {
    const pairs = new Set(exported.map(({ family, defect }) => `${family}: ${defect.family}`))
    const folders = new Set(exported.map(({ family }) => family))
    expect([...pairs]).toHaveLength(folders.size)
  })

  test.each(defects.map((defect) => [defect.id, defect] as const))(
    '%s violates rules that exist, one of them of its own area, and lists none twice',
    (id, defect) => {
      const named: readonly string[] = [...provenBy(defect), ...(defect.alsoTrips ?? [])]
      expect(named.filter((rule) => !ruleIds.includes(rule))).toEqual([])
      expect(new Set(named).size).toBe(named.length)
      expect(provenBy(defect).map((rule) => rule.split('-')[1])).toContain(id.split('-')[1])
    },
  )

  test('titles are facts about the server: one line, no full stop', () => {
    const wrong = defects.filter(({ title }) => title.length > 100 || /[.\n]$/.test(title))
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  test('a defect expects a reading of INFO rules alone: any other must trip', () => {
    const info = rules.filter(({ level }) => level === 'INFO').map(({ id }) => id)
    const read = defects.flatMap(({ id, observes = [] }) =>
      observes.filter(({ rule }) => !info.includes(rule)).map(({ rule }) => `${id}: ${rule}`),
    )
    expect(read).toEqual([])
  })

  test('every rule is violated by a defect, or reports another reading on it', () => {
    const proven = new Set<string>(defects.flatMap(provenBy))
    expect(ruleIds.filter((id) => !proven.has(id))).toEqual([])
  })
})
