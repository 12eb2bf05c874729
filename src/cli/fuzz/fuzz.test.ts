import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { injectionsOf, targets } from './bends.ts'
import { editBytes, editedJson, editFields, editText } from './edits.ts'
import { faultsOf } from './trial.ts'

const at = (what: string, ...where: number[]) => ({ what, where, value: 'new' }) as never

describe('edits', () => {
  const document = { a: { b: 1, c: [1, 2] }, d: 'text' }

  test.each([
    [at('remove', 0, 0), { a: { c: [1, 2] }, d: 'text' }],
    [at('replace', 0, 1, 1), { a: { b: 1, c: [1, 'new'] }, d: 'text' }],
    [at('rename', 3), { a: { b: 1, c: [1, 2] }, new: 'text' }],
    [at('copy', 1), { ...document, new: 'text' }],
    [at('wrap', 0, 0), { a: { b: [1], c: [1, 2] }, d: 'text' }],
  ])('%j of a JSON value', (edit, expected) => {
    expect(editedJson(document, [edit])).toEqual(expected)
  })

  test('of a text, of octets and of fields', () => {
    expect(editText('abcd', [at('insert', 20, 0)])).toBe('abnewcd')
    expect(Buffer.from(editBytes(Buffer.from('æøå'), [at('remove', 0, 0)]))[0]).toBe(0xa6)
    expect(editFields([['a', 'b']], [at('copy', 0)])).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
  })

  test('what is too long to be printed is made when it is used', () => {
    const edit = { what: 'replace', where: [0], value: { $text: 'ab', $times: 3 } } as const
    expect(editedJson({ a: 1 }, [edit])).toEqual({ a: 'ababab' })
  })
})

test('a seed and a path name the same target each time, which is plain data and can be injected', () => {
  const sample = () => fc.sample(targets, { seed: 7, numRuns: 300 })
  const first = sample()
  expect(sample()).toEqual(first)
  for (const target of first) expect(JSON.parse(JSON.stringify(target))).toBeDefined()
  expect(
    new Set(first.flatMap((target) => Object.keys(injectionsOf(target)))).size,
  ).toBeGreaterThan(10)
  // What is found is run again by its number.
  let again: unknown
  const property = fc.property(targets, (target) => {
    again = target
  })
  fc.check(property, { seed: 7, path: '123', numRuns: 1 })
  expect(again).toEqual(first[123])
})

test.each([
  ['a rule that errored', { rules: [{ id: 'KRR-A-001', verdict: 'errored', reason: 'a' }] }, 1],
  ['a run that was ended', { verdict: 'partial', trouble: ['a'] }, 1],
  ['a language left changed', { register: { restored: false, found: 'nb', left: 'en' } }, 1],
  ['a person that cannot be read any more', { register: { restored: false, found: 'nb' } }, 0],
  [
    'a member that a PATCH changed for good',
    { register: { found: 'nb', left: 'nb', restored: false, lasting: 'a' } },
    0,
  ],
  [
    'a member that a PATCH changed for good, and a language left changed',
    { register: { found: 'nb', left: 'en', restored: false, lasting: 'a' } },
    1,
  ],
  ['green on what nobody could use', { verdict: 'conformant' }, 1],
  ['a deviation', { verdict: 'deviating' }, 0],
])('%s', (_, changes, faults) => {
  const report = { rules: [], verdict: 'inconclusive', register: {}, trouble: [], ...changes }
  expect(faultsOf(report as never, new Set(['no access token']))).toHaveLength(faults)
})
