import { describe, expect, it } from 'vitest'
import { pointerOf, resolved, valueAtPointer, valueAtReference } from './pointer.ts'

const document = {
  paths: { '/rest/v1/person': { get: ['first', 'second'] } },
  'a~b': 1,
  loop: { $ref: '#/loop' },
  chain: { $ref: '#/end' },
  end: { type: 'object' },
}

describe('JSON Pointer', () => {
  it('escapes and unescapes slashes and tildes', () => {
    const at = pointerOf('paths', '/rest/v1/person', 'get', 1)
    expect(at).toBe('/paths/~1rest~1v1~1person/get/1')
    expect(valueAtPointer(document, at)).toBe('second')
    expect(valueAtPointer(document, '/a~0b')).toBe(1)
  })

  it('names nothing beyond what is there', () => {
    expect(valueAtPointer(document, '/paths/x/y')).toBeUndefined()
    expect(valueAtPointer(document, '/paths/toString')).toBeUndefined()
    expect(valueAtPointer(document, 'paths')).toBeUndefined()
  })

  it('follows local references only, and leaves a circle', () => {
    expect(valueAtReference(document, '#/paths/~1rest~1v1~1person/get/0')).toBe('first')
    expect(valueAtReference(document, 'https://elsewhere.example/#/a')).toBeUndefined()
    expect(resolved(document, document.chain)).toEqual({ type: 'object' })
    expect(resolved(document, document.loop)).toBeUndefined()
  })
})
