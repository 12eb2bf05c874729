import { describe, expect, it } from 'vitest'
import { sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { theMainTestUserIsAsExpected as rule } from './013-the-main-test-user-is-as-expected.ts'

const filtered = {
  varslingsstatus: 'KAN_IKKE_VARSLES',
  kontaktinformasjon: undefined,
  digital_post: undefined,
  sertifikat: undefined,
}
const absent = (name: string) => ({
  at: `/kontaktinformasjon/${name}`,
  expected: 'present, for the test user has it (EXPECT)',
  actual: 'absent',
})

describe(rule.id, () => {
  it('conforms: an active test user, who can be notified or whose mailbox alone is filtered', async () => {
    expect(rule.notApplicable?.(sampleReading())).toBeUndefined()
    expect(await findingsOf(rule, sampleReading())).toEqual([])
    const mailboxOnly = sampleReading({
      person: filtered,
      expected: { has: ['digital_post', 'sertifikat'] },
    })
    expect(await findingsOf(rule, mailboxOnly)).toEqual([])
  })

  it.each(['SLETTET', 'IKKE_REGISTRERT'])('deviates: %s', async (status) => {
    const reading = sampleReading({
      person: { ...filtered, status },
      expected: { has: ['sertifikat'] },
    })
    expect(await findingsOf(rule, reading)).toEqual([
      {
        at: '/status',
        expected: 'AKTIV, for the test user has sertifikat (EXPECT)',
        actual: fromWire(status),
      },
    ])
  })

  it('deviates: KAN_IKKE_VARSLES without the addresses that EXPECT names', async () => {
    expect(await findingsOf(rule, sampleReading({ person: filtered }))).toEqual([
      absent('epostadresse'),
      absent('mobiltelefonnummer'),
    ])
    const mailExpected = { person: filtered, expected: { has: ['epostadresse'] } } as const
    expect(await findingsOf(rule, sampleReading(mailExpected))).toEqual([absent('epostadresse')])
    const scopes = ['krr:user/digitalpost.read'] as const
    expect(await findingsOf(rule, sampleReading({ person: filtered, scopes }))).toEqual([])
  })

  it('leaves KAN_VARSLES without an address to KRR-SCOPE-002', async () => {
    const reading = sampleReading({ person: { kontaktinformasjon: {} } })
    expect(await findingsOf(rule, reading)).toEqual([])
  })

  it('does not apply to other test users, nor where nothing is expected', () => {
    expect(rule.notApplicable?.(sampleReading({ expected: { persona: 'DELETED' } }))).toBe(
      'it is about the main test user',
    )
    expect(rule.notApplicable?.(sampleReading({ expected: { has: [] } }))).toContain(
      'EXPECT is none',
    )
  })
})
