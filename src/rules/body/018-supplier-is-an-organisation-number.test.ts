import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { supplierIsAnOrganisationNumber as rule } from './018-supplier-is-an-organisation-number.ts'
import { sampleReading } from './sample-reading.fixture.ts'

const withSupplier = (postkasseleverandoeradresse: unknown) =>
  sampleReading({
    person: { digital_post: { postkasseadresse: 'test#9YDT', postkasseleverandoeradresse } },
  })

describe(rule.id, () => {
  it.each(['984661185', '922020175', '991825827', '310000000'])(
    'conforms: %s',
    async (supplier) => {
      expect(rule.notApplicable?.(withSupplier(supplier))).toBeUndefined()
      expect(await findingsOf(rule, withSupplier(supplier))).toEqual([])
    },
  )

  it.each([
    '984661186',
    '948661185',
    '98466118',
    '9908:984661185',
    '9846611851',
    '984 661 185',
    'digipost',
    '',
  ])('deviates: %j', async (supplier) => {
    expect(await findingsOf(rule, withSupplier(supplier))).toEqual([
      {
        at: '/digital_post/postkasseleverandoeradresse',
        expected: 'nine digits, the last one a control digit (modulus 11)',
        actual: fromWire(supplier),
      },
    ])
  })

  it.each([undefined, null, 984661185])('does not apply to %j', (supplier) => {
    expect(rule.notApplicable?.(withSupplier(supplier))).toBe(
      'there is no postkasseleverandoeradresse',
    )
  })
})
