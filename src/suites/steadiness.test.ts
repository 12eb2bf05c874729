import { expect, test } from 'vitest'
import type { PersonReading } from '../evidence/person-reading.ts'
import { sampleJws, sampleReading } from '../rules/body/sample-reading.fixture.ts'
import { contradictionIn } from './steadiness.ts'

/** A reading that took from one second to the next, with this time of the reservation. */
const read = (
  from: number,
  reservasjon_oppdatert: string | undefined,
  overrides: Parameters<typeof sampleReading>[0] = {},
): PersonReading => {
  const reading = sampleReading({ ...overrides, person: { reservasjon_oppdatert } })
  const times = { id: `x-${from}` as const, startedAt: from, receivedAt: from + 1 }
  return { ...reading, exchange: { ...reading.exchange, ...times } }
}
const oddIn = (
  readings: readonly PersonReading[],
  writes: Parameters<typeof contradictionIn>[1] = [],
) => contradictionIn(readings, writes)?.second.exchange.id

test('a value that went and came back is a contradiction, and names each answer that shows the odd one', () => {
  const readings = [read(1, 'a'), read(3, 'b'), read(5, 'a'), read(7, 'b')]
  const found = contradictionIn(readings, [])
  expect(found?.second.exchange.id).toBe('x-3')
  expect(found?.first.exchange.id).toBe('x-5')
  expect(found?.alike.map(({ id }) => id)).toEqual(['x-3', 'x-7'])
})

test('so is one that was missing once', () => {
  expect(oddIn([read(1, 'a'), read(3, undefined), read(5, 'a')])).toBe('x-3')
})

test('a value that changed once is none, nor one that changed twice', () => {
  expect(oddIn([read(1, 'a'), read(3, 'b'), read(5, 'b')])).toBeUndefined()
  expect(oddIn([read(1, 'a'), read(3, 'b'), read(5, 'c')])).toBeUndefined()
})

test('what was asked at the same time proves nothing', () => {
  expect(oddIn([read(1, 'a'), read(3, 'b'), read(3, 'a')])).toBeUndefined()
})

test('a write in between may have put it back', () => {
  const readings = [read(1, 'a'), read(3, 'b'), read(6, 'a')]
  expect(oddIn(readings, [{ startedAt: 4, receivedAt: 5 }])).toBeUndefined()
  expect(oddIn(readings, [{ startedAt: 2, receivedAt: 2.5 }])).toBe('x-3')
})

test('another representation that always says something else is none', () => {
  const jose = { jws: sampleJws }
  expect(
    oddIn([read(1, 'a'), read(3, 'b', jose), read(5, 'a'), read(7, 'b', jose)]),
  ).toBeUndefined()
})

test('another representation tells what the value was before', () => {
  expect(oddIn([read(1, 'a', { jws: sampleJws }), read(3, 'b'), read(5, 'a')])).toBe('x-3')
})
