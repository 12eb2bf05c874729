import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { areas } from '../rules/rule.ts'
import { type Defect, provenBy } from './defect.ts'
import { defects } from './index.ts'

const tables = join(dirname(fileURLToPath(import.meta.url)), 'tables')
const ruleIds: readonly string[] = rules.map(({ id }) => id)

/** Every defect that a table exports, catalogued or not. */
const exported: readonly Defect[] = (
  await Promise.all(
    readdirSync(tables).map(async (file) => {
      const exports: object = await import(pathToFileURL(join(tables, file)).href)
      return Object.entries(exports).flatMap(([name, value]): readonly Defect[] =>
        name.endsWith('Defects') ? value : [],
      )
    }),
  )
).flat()

describe('defects', () => {
  test('every defect has an id of its own', () => {
    const ids = defects.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('every row of a table is in the catalogue, and nothing else is', () => {
    expect(exported.map(({ id }) => id).sort()).toEqual(defects.map(({ id }) => id).sort())
  })

  test.each(defects.map(({ id }) => [id] as const))('%s has the form of an id', (id) => {
    const [prefix, area = '', ...words] = id.split('-')
    expect(prefix).toBe('DEF')
    expect(areas).toContain(area)
    expect(words.join('-')).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)*$/)
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
