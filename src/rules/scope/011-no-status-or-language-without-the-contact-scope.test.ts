import { describe, expect, it } from 'vitest'
import { sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { noStatusOrLanguageWithoutTheContactScope as rule } from './011-no-status-or-language-without-the-contact-scope.ts'

const scopes = ['krr:user/spraak.write'] as const

describe(rule.id, () => {
  it('conforms: none of the three', async () => {
    const person = { varslingsstatus: undefined, spraak: undefined, spraak_oppdatert: undefined }
    const reading = sampleReading({ scopes, person })
    expect(rule.notApplicable?.(reading)).toBeUndefined()
    expect(await findingsOf(rule, reading)).toEqual([])
  })

  it('deviates: the language, given to who may only write it', async () => {
    const reading = sampleReading({ scopes, person: { varslingsstatus: undefined } })
    expect(await findingsOf(rule, reading)).toEqual([
      { at: '/spraak', expected: 'absent with spraak', actual: fromWire('nb') },
      {
        at: '/spraak_oppdatert',
        expected: 'absent with spraak',
        actual: fromWire('2018-06-29T10:14:52+02'),
      },
    ])
  })

  it('does not apply with the scope', () => {
    expect(rule.notApplicable?.(sampleReading())).toBe(
      'krr:user/kontaktinformasjon.read was granted',
    )
  })
})
