import { describe, expect, it } from 'vitest'
import { samplePerson, sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { noMailboxWithoutItsScope as rule } from './005-no-mailbox-without-its-scope.ts'

const scopes = ['krr:user/kontaktinformasjon.read'] as const
const expected = 'absent with kontaktinformasjon'

describe(rule.id, () => {
  it('conforms: neither member', async () => {
    const person = { digital_post: undefined, sertifikat: undefined }
    const reading = sampleReading({ scopes, person })
    expect(rule.notApplicable?.(reading)).toBeUndefined()
    expect(await findingsOf(rule, reading)).toEqual([])
  })

  it('deviates: both members', async () => {
    expect(await findingsOf(rule, sampleReading({ scopes }))).toEqual([
      { at: '/digital_post', expected, actual: fromWire(samplePerson.digital_post) },
      { at: '/sertifikat', expected, actual: fromWire('MIIB') },
    ])
  })

  it('does not apply with the scope', () => {
    expect(rule.notApplicable?.(sampleReading())).toBe('krr:user/digitalpost.read was granted')
  })
})
