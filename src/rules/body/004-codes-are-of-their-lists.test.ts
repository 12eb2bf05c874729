import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { codesAreOfTheirLists as rule } from './004-codes-are-of-their-lists.ts'
import { sampleReading } from './sample-reading.fixture.ts'

describe(rule.id, () => {
  it.each([
    {},
    { reservasjon: 'JA', varslingsstatus: 'KAN_IKKE_VARSLES' },
    { status: 'SLETTET' },
    { status: 'IKKE_REGISTRERT', varslingsstatus: undefined },
    { varslingsstatus: null },
  ])('conforms: %j', async (person) => {
    expect(await findingsOf(rule, sampleReading({ person }))).toEqual([])
  })

  it('deviates: a code in other letters, an unknown one, a boolean', async () => {
    const person = { reservasjon: false, status: 'aktiv', varslingsstatus: 'KANSKJE' }
    expect(await findingsOf(rule, sampleReading({ person }))).toEqual([
      { at: '/reservasjon', expected: 'one of JA, NEI', actual: fromWire(false) },
      {
        at: '/status',
        expected: 'one of AKTIV, SLETTET, IKKE_REGISTRERT',
        actual: fromWire('aktiv'),
      },
      {
        at: '/varslingsstatus',
        expected: 'one of KAN_VARSLES, KAN_IKKE_VARSLES',
        actual: fromWire('KANSKJE'),
      },
    ])
  })
})
