import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOf } from './difference.ts'

const marked = (expected: string, received: string) => {
  const difference = differenceOf(expected, received)
  const shown = (own: NonNullable<typeof difference>['expected']) =>
    own.map(({ text, isCommon }) => (isCommon ? text : `[${text}]`)).join('')
  return difference && [shown(difference.expected), shown(difference.received)]
}

describe('differenceOf', () => {
  test('marks the words that differ', () => {
    expect(marked('absent with digitalpost', 'present with digitalpost')).toEqual([
      '[absent] with digitalpost',
      '[present] with digitalpost',
    ])
    expect(marked('språk nb', 'språk nn')).toEqual(['språk [nb]', 'språk [nn]'])
  })

  test('marks lines where both have several', () => {
    expect(marked('{\n  "a": 1,\n  "b": 2\n}', '{\n  "a": 1,\n  "b": 3\n}')).toEqual([
      '{\n  "a": 1,\n[  "b": 2\n]}',
      '{\n  "a": 1,\n[  "b": 3\n]}',
    ])
  })

  test('leaves two different statements alone', () => {
    expect(marked('valid now', '"Nov 25 06:46:18 2025 GMT to Nov 24 06:46:18 2026 GMT"')).toBe(
      undefined,
    )
    expect(marked('nosniff', 'absent')).toBe(undefined)
    expect(marked('a '.repeat(500), 'a '.repeat(500))).toBe(undefined)
  })

  test('loses nothing of either text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '/', 'ø'), maxLength: 40 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const difference = differenceOf(one, other)
        if (difference === undefined) return
        const whole = (own: typeof difference.expected) => own.map(({ text }) => text).join('')
        expect([whole(difference.expected), whole(difference.received)]).toEqual([one, other])
        const common = (own: typeof difference.expected) =>
          whole(own.filter(({ isCommon }) => isCommon))
        expect(common(difference.expected)).toBe(common(difference.received))
      }),
    )
  })
})
