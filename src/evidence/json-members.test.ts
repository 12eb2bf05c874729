import { describe, expect, it } from 'vitest'
import { repeatedMembers } from './json.ts'

describe('repeatedMembers', () => {
  it.each([
    '{}',
    '[]',
    '"a"',
    '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}',
    '{"a":"a","b":"a,\\"a\\":1"}',
    '{"a":["a","a"]}',
    '{"a":1,"A":2}',
  ])('finds none in %s', (text) => {
    expect(repeatedMembers(text)).toEqual([])
  })

  it.each([
    ['{"a":1,"a":1}', [['a']]],
    ['{"a":1,"b":2,"a":3,"a":4}', [['a'], ['a']]],
    ['{ "b" : { "a" : "}" , "a" : "{" } }', [['b', 'a']]],
    ['[{"a":1},{"a":1,"\\u0061":2}]', [[1, 'a']]],
    ['{"a\\\\":1,"a\\\\":2}', [['a\\']]],
    ['{"a":{"x":1},"a":{"x":1}}', [['a']]],
    ['{"__proto__":1,"__proto__":2}', [['__proto__']]],
  ])('finds those of %s', (text, paths) => {
    expect(repeatedMembers(text)).toEqual(paths)
  })

  it.each(['', '{', '"', '{"a', '}]', '{"a":1,"a', '"\\', ',,,', '{"\\x":1,"\\x":2}'])(
    'ends on %j, which is no JSON',
    (text) => {
      expect(() => repeatedMembers(text)).not.toThrow()
    },
  )

  it('survives a nesting that no stack would hold', () => {
    expect(repeatedMembers('['.repeat(200_000))).toEqual([])
  })
})
