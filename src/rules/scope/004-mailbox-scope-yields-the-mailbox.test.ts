import { describe, expect, it } from 'vitest'
import { sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire, unmet } from '../rule.ts'
import { mailboxScopeYieldsTheMailbox as rule } from './004-mailbox-scope-yields-the-mailbox.ts'

const scopes = ['krr:user/digitalpost.read'] as const

describe(rule.id, () => {
  it('conforms: both members', async () => {
    expect(rule.notApplicable?.(sampleReading({ scopes }))).toBeUndefined()
    expect(await findingsOf(rule, sampleReading({ scopes }))).toEqual([])
  })

  it('conforms: a mailbox alone, where no certificate is configured', async () => {
    const reading = sampleReading({
      person: { sertifikat: undefined },
      expected: { has: ['digital_post'] },
    })
    expect(rule.notApplicable?.(reading)).toBeUndefined()
    expect(await findingsOf(rule, reading)).toEqual([])
  })

  it('deviates: one absent, one null', async () => {
    const person = { digital_post: undefined, sertifikat: null }
    expect(await findingsOf(rule, sampleReading({ scopes, person }))).toEqual([
      { at: '/digital_post', expected: 'present', actual: 'absent' },
      { at: '/sertifikat', expected: 'present', actual: fromWire(null) },
    ])
  })

  it('deviates: both are there and empty, which is absence', async () => {
    const person = { digital_post: '', sertifikat: '' }
    expect(await findingsOf(rule, sampleReading({ scopes, person }))).toEqual([
      { at: '/digital_post', expected: 'present', actual: fromWire('') },
      { at: '/sertifikat', expected: 'present', actual: fromWire('') },
    ])
  })

  it('applies to KAN_IKKE_VARSLES where nobody is told so', () => {
    const person = { varslingsstatus: 'KAN_IKKE_VARSLES' }
    expect(rule.notApplicable?.(sampleReading({ scopes, person }))).toBeUndefined()
    expect(rule.notApplicable?.(sampleReading())).toBeUndefined()
    expect(rule.notApplicable?.(sampleReading({ person }))).toEqual(unmet('may-be-filtered'))
  })

  it('does not apply without the scope, without a mailbox, or to who is not registered', () => {
    expect(rule.notApplicable?.(sampleReading({ scopes: [] }))).toBe(
      'krr:user/digitalpost.read was not granted',
    )
    expect(rule.notApplicable?.(sampleReading({ expected: { has: ['epostadresse'] } }))).toBe(
      'the test user is not configured to have a mailbox or a certificate',
    )
    for (const status of ['SLETTET', 'IKKE_REGISTRERT']) {
      expect(rule.notApplicable?.(sampleReading({ person: { status } }))).toContain('KRR-BODY-008')
    }
  })
})
