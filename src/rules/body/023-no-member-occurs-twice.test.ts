import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { noMemberOccursTwice as rule } from './023-no-member-occurs-twice.ts'
import { sampleReading } from './sample-reading.fixture.ts'

const withText = (text: string) => ({
  ...sampleReading(),
  bytes: new TextEncoder().encode(text),
})

describe(rule.id, () => {
  it('conforms: the same name in two objects', async () => {
    expect(rule.notApplicable?.(sampleReading())).toBeUndefined()
    expect(await findingsOf(rule, withText('{"a":{"navn":1},"b":{"navn":1}}'))).toEqual([])
  })

  it('deviates: a name twice in one object, once in escapes, and no name of a person shown', async () => {
    const text =
      '{"spraak":"nb","kontaktinformasjon":{"epostadresse":1,"epost\\u0061dresse":2},' +
      '"spraak":"nb","ola@example.org":1,"ola@example.org":2}'
    const expected = 'one member of this name'
    expect(await findingsOf(rule, withText(text))).toEqual([
      { at: '/kontaktinformasjon/epostadresse', expected, actual: 'another one' },
      { at: '/spraak', expected, actual: 'another one' },
      { at: '/*', expected, actual: 'another one' },
    ])
  })

  it('does not apply to what is no JSON', async () => {
    expect(rule.notApplicable?.(withText('{"a":1,"a":2'))).toContain('KRR-BODY-019')
    expect(await findingsOf(rule, withText('{"a":1,"a":2'))).toEqual([])
  })
})
