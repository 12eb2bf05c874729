import { describe, expect, it } from 'vitest'
import { samplePerson, sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { noContactDataWithoutItsScope as rule } from './003-no-contact-data-without-its-scope.ts'

const scopes = ['krr:user/digitalpost.read', 'krr:user/spraak.write'] as const

describe(rule.id, () => {
  it.each([undefined, null])('conforms: kontaktinformasjon is %j', async (kontaktinformasjon) => {
    const reading = sampleReading({ scopes, person: { kontaktinformasjon } })
    expect(rule.notApplicable?.(reading)).toBeUndefined()
    expect(await findingsOf(rule, reading)).toEqual([])
  })

  it.each([samplePerson.kontaktinformasjon, {}])('deviates: %j', async (kontaktinformasjon) => {
    const reading = sampleReading({ scopes, person: { kontaktinformasjon } })
    expect(await findingsOf(rule, reading)).toEqual([
      {
        at: '/kontaktinformasjon',
        expected: 'absent with digitalpost+spraak',
        actual: fromWire(kontaktinformasjon),
      },
    ])
  })

  it('does not apply with the scope', () => {
    expect(rule.notApplicable?.(sampleReading())).toBe(
      'krr:user/kontaktinformasjon.read was granted',
    )
  })
})
