import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire, unmet } from '../rule.ts'
import { valuesComeWithTheirTimes as rule } from './014-values-come-with-their-times.ts'
import { sampleReading } from './sample-reading.fixture.ts'

const bare = { kontaktinformasjon: undefined, spraak: undefined }
const missing = (at: string, expected: string) => ({ at, expected, actual: 'absent' })

describe(rule.id, () => {
  it.each([
    {},
    { reservasjon: 'JA', reservasjon_oppdatert: '2023-06-13T13:42:34+02' },
    { kontaktinformasjon: { epostadresse_oppdatert: '2018-06-29T10:14:52+02' } },
  ])('conforms: every value has its time, %j', async (person) => {
    expect(rule.notApplicable?.(sampleReading({ person }))).toBeUndefined()
    expect(await findingsOf(rule, sampleReading({ person }))).toEqual([])
  })

  it('deviates: values alone', async () => {
    const person = {
      reservasjon: 'JA',
      kontaktinformasjon: {
        epostadresse: 'test@example.org',
        epostadresse_sist_verifisert: '2018-06-29T10:14:52+02',
        mobiltelefonnummer: '+4799999999',
      },
      spraak_oppdatert: null,
    }
    expect(await findingsOf(rule, sampleReading({ person }))).toEqual([
      missing('/reservasjon_oppdatert', 'there beside reservasjon'),
      missing('/kontaktinformasjon/epostadresse_oppdatert', 'there beside epostadresse'),
      missing(
        '/kontaktinformasjon/mobiltelefonnummer_oppdatert',
        'there beside mobiltelefonnummer',
      ),
      { at: '/spraak_oppdatert', expected: 'there beside spraak', actual: fromWire(null) },
    ])
  })

  it('does not apply where there is no value but a reservation that nobody made', () => {
    expect(rule.notApplicable?.(sampleReading({ person: bare }))).toEqual(
      unmet('no-value-with-time'),
    )
  })
})
