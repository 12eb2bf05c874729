import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { defects } from '../index.ts'
import { breakKeyword } from './breaking.ts'
import { schemaKeywordDefects } from './index.ts'
import { keywordsOf, type SchemaKeyword } from './keyword.ts'

const schema = {
  $defs: { time: { type: 'string', pattern: '^[0-9]+$' } },
  type: 'object',
  required: ['a'],
  additionalProperties: false,
  properties: {
    a: { $ref: '#/$defs/time' },
    b: { type: 'object', properties: { c: { enum: ['X', 'Y'] } } },
  },
  allOf: [
    {
      if: { type: 'object', required: ['a'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { type: 'object', properties: { b: false } },
    },
  ],
}
const shown = ({ keyword, path, condition }: SchemaKeyword) =>
  `/${path.join('/')} ${keyword}${condition === undefined ? '' : ' if'}`
const material = { codesOf: () => ['X', 'Y'], sampleOf: (member: string) => `sample of ${member}` }

describe('keywordsOf', () => {
  test('finds each keyword at each pointer, through references and conditions', () => {
    expect(keywordsOf(schema, true).map(shown)).toEqual([
      '/ type',
      '/a required',
      '/ additionalProperties',
      '/a type',
      '/a pattern',
      '/b type',
      '/b/c enum',
      '/b forbidden if',
    ])
  })
})

describe('breakKeyword', () => {
  const person = { a: '12', b: { c: 'X' } }
  test.each([
    ['/ type', [person]],
    ['/a required', { b: { c: 'X' } }],
    ['/ additionalProperties', { ...person, uventet: 'JA' }],
    ['/a type', { ...person, a: ['12'] }],
    ['/a pattern', { ...person, a: '12X' }],
    ['/b type', { ...person, b: [{ c: 'X' }] }],
    ['/b/c enum', { ...person, b: { c: 'X_X' } }],
    ['/b forbidden if', { ...person, b: 'sample of b' }],
  ])('%s', (name, broken) => {
    const found = keywordsOf(schema, true).find((own) => shown(own) === name)
    expect(found && breakKeyword(found, person, material)).toEqual(broken)
  })

  test('under a condition a code is another one of the list', () => {
    const own = {
      keyword: 'enum',
      path: ['b', 'c'],
      value: ['X'],
      isPublished: false,
      condition: {},
    } as const
    expect(breakKeyword(own, person, material)).toEqual({ ...person, b: { c: 'Y' } })
  })

  test('who has nothing to break is left alone', () => {
    const [, , , type] = keywordsOf(schema, true)
    expect(type && breakKeyword(type, { b: {} }, material)).toEqual({ b: {} })
  })
})

describe('schemaKeywordDefects', () => {
  const made = schemaKeywordDefects()

  test('between 60 and 100 of them, each with an id of its own', () => {
    const ids = [...made, ...defects].map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect(made.length).toBeGreaterThanOrEqual(60)
    expect(made.length).toBeLessThanOrEqual(100)
  })

  test('each names rules that exist, none twice', () => {
    const known: readonly string[] = rules.map(({ id }) => id)
    for (const { violates, alsoTrips = [] } of made) {
      const named = [...violates, ...alsoTrips]
      expect(named.filter((id) => !known.includes(id))).toEqual([])
      expect(new Set(named).size).toBe(named.length)
    }
  })
})
