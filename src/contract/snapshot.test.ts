import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../evidence/exchange.ts'
import { isJsonObject, valueAt } from '../evidence/json.ts'
import { documentProblems } from './document-problems.ts'
import { pointerOf, valueAtPointer } from './pointer.ts'
import { projectFolder } from './project-folder.ts'
import { provenanceRows, rowFor } from './provenance.ts'
import { personResource } from './response-schema.ts'
import { loadSnapshot } from './snapshot.ts'

const specs = join(projectFolder(), 'specs')
const textOf = (name: string) => readFileSync(join(specs, name), 'utf8')
const snapshot = loadSnapshot()

const leaves = (value: unknown, at = ''): readonly string[] => {
  const inner = Array.isArray(value)
    ? value.map((item: unknown, index) => [String(index), item] as const)
    : Object.entries(isJsonObject(value) ? value : {})
  if (inner.length === 0) return [at]
  return inner.flatMap(([name, item]) => leaves(item, at + pointerOf(name)))
}

describe('the snapshot', () => {
  it('is valid OpenAPI and describes GET and PATCH of the person', () => {
    expect(documentProblems(snapshot.published)).toEqual([])
    const resource = personResource(snapshot.published)
    expect([...(resource?.operations.keys() ?? [])]).toEqual(['get', 'patch'])
  })

  it('is described by SOURCE.md, digest and all', () => {
    expect(textOf('SOURCE.md')).toContain(snapshot.sha256)
  })

  it.runIf(snapshot.kind === 'transcribed')(
    'has a row in SOURCE.md for every line of it, and SOURCE.md no row for anything else',
    () => {
      const rows = provenanceRows(textOf('SOURCE.md'))
      const uncovered = leaves(snapshot.published).filter((at) => rowFor(rows, at) === undefined)
      expect(uncovered).toEqual([])
      const dangling = rows.filter(({ at }) => valueAtPointer(snapshot.published, at) === undefined)
      expect(dangling).toEqual([])
    },
  )
})

describe('the tightening', () => {
  const tightening = parseJson(textOf('tightening.json'))
  const schema = valueAt(tightening, 'schema')
  const clauses = valueAt(tightening, 'clauses')

  it('names a source for each clause, and each place it names is in its schema', () => {
    expect(Array.isArray(clauses)).toBe(true)
    for (const clause of Array.isArray(clauses) ? clauses : []) {
      expect(valueAtPointer(schema, String(valueAt(clause, 'at')))).toBeDefined()
      expect(valueAt(tightening, 'sources', String(valueAt(clause, 'source')))).toBeTypeOf('string')
    }
  })

  it('names no member that the snapshot does not', () => {
    const named = (value: unknown) => Object.keys(isJsonObject(value) ? value : {}).sort()
    const components = valueAt(snapshot.published, 'components', 'schemas')
    expect(named(valueAt(schema, 'properties'))).toEqual(
      named(valueAt(components, 'PersonResource', 'properties')),
    )
  })
})
