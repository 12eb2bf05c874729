import { describe, expect, test } from 'vitest'
import type { FieldLine } from '../../evidence/exchange.ts'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { headAnswersAsGet as rule } from './003-head-answers-as-get.ts'

const fields: readonly FieldLine[] = [
  ['Content-Type', 'application/json'],
  ['Cache-Control', 'no-store'],
  ['Content-Length', '2'],
  ['Vary', 'Accept'],
  ['Date', 'Sun, 22 Nov 2026 12:00:00 GMT'],
]
const get = sampleExchange({ fields, content: '{}' })
const judge = (head: Parameters<typeof sampleExchange>[0]) =>
  findingsOf(rule, { get, head: sampleExchange({ method: 'HEAD', fields, ...head }) })
const without = (...names: readonly string[]) => fields.filter(([name]) => !names.includes(name))

describe(rule.id, () => {
  test('conforms: the same fields, no content, another moment', async () => {
    expect(await judge({ fields: [...without('Date'), ['Date', 'later']] })).toEqual([])
  })

  test('conforms: without what is known only once the content is made', async () => {
    expect(await judge({ fields: without('Content-Length', 'Vary') })).toEqual([])
  })

  test('conforms: both refused, and the one error longer than the other', async () => {
    const refusedGet = sampleExchange({ status: 401, fields, content: '{}' })
    const longer = [...without('Content-Length'), ['Content-Length', '4']] as const
    const head = sampleExchange({ method: 'HEAD', status: 401, fields: longer })
    expect(await findingsOf(rule, { get: refusedGet, head })).toEqual([])
    const letIn = sampleExchange({ method: 'HEAD', fields })
    expect(await findingsOf(rule, { get: refusedGet, head: letIn })).toHaveLength(1)
  })

  test('deviates: another status, and nothing more is said', async () => {
    expect(await judge({ status: 405, fields: [] })).toEqual([
      { at: 'status', expected: '200', actual: fromWire(405) },
    ])
  })

  test.each([
    ['Content-Type', true],
    ['Content-Language', true],
    ['Cache-Control', true],
    ['X-Content-Type-Options', true],
    ['Strict-Transport-Security', true],
    ['Content-Encoding', false],
    ['Vary', false],
    ['Last-Modified', false],
    ['Content-Length', false],
  ] as const)(
    'deviates: another %s, or none where it must not be left out (%s)',
    async (name, isDue) => {
      const one = sampleExchange({ fields: [[name, 'one']] })
      const judged = (head: readonly FieldLine[]) =>
        findingsOf(rule, { get: one, head: sampleExchange({ method: 'HEAD', fields: head }) })
      const expected = fromWire('one')
      const marks = ['Content-Length', 'Last-Modified'].includes(name) ? { byComparison: true } : {}
      expect(await judged([[name, 'other']])).toEqual([
        { at: name, expected, actual: fromWire('other'), ...marks },
      ])
      expect(await judged([])).toEqual(isDue ? [{ at: name, expected, actual: 'absent' }] : [])
    },
  )

  test('deviates: a field is missing, another length, content', async () => {
    const shorter: readonly FieldLine[] = [
      ...without('Cache-Control', 'Content-Length'),
      ['Content-Length', '0'],
    ]
    expect(await judge({ fields: shorter, content: '{}' })).toEqual([
      { at: 'content', expected: 'none', actual: '2 bytes' },
      { at: 'Cache-Control', expected: fromWire('no-store'), actual: 'absent' },
      {
        at: 'Content-Length',
        expected: fromWire('2'),
        actual: fromWire('0'),
        byComparison: true,
      },
    ])
  })
})
