import { describe, expect, it } from 'vitest'
import { jsonPointer, leavesOf } from './json.ts'

describe('leavesOf', () => {
  it('yields scalars and empty containers in document order, each with its path', () => {
    const document = { a: 'x', b: { c: null, d: [1, {}] }, e: [] }
    expect([...leavesOf(document)]).toEqual([
      { path: ['a'], value: 'x' },
      { path: ['b', 'c'], value: null },
      { path: ['b', 'd', 0], value: 1 },
      { path: ['b', 'd', 1], value: {} },
      { path: ['e'], value: [] },
    ])
  })

  it('leaves the named members out at the top level only', () => {
    const leaves = [...leavesOf({ iat: 1, inner: { iat: 2 } }, new Set(['iat']))]
    expect(leaves).toEqual([{ path: ['inner', 'iat'], value: 2 }])
  })

  it('survives a nesting that no stack would hold', () => {
    let deep: unknown = 'core'
    for (let depth = 0; depth < 200_000; depth += 1) deep = [deep]
    expect([...leavesOf(deep)]).toHaveLength(1)
  })
})

describe('jsonPointer', () => {
  it('shows plain names and indexes, and hides what may be a personal value', () => {
    expect(jsonPointer(['digital_post', 'postkasseadresse'])).toBe('/digital_post/postkasseadresse')
    expect(jsonPointer(['liste', 0, '20914695016'])).toBe('/liste/0/*')
    expect(jsonPointer(['ola.nordmann@example.org'])).toBe('/*')
    expect(jsonPointer([])).toBe('')
  })
})
