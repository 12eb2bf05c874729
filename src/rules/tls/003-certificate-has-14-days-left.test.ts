import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { certificateHas14DaysLeft as rule } from './003-certificate-has-14-days-left.ts'
import { sampleTls } from './sample-tls.fixture.ts'

const until = (instant: string) => sampleTls({ certificate: { notAfter: Date.parse(instant) } })

describe(rule.id, () => {
  test('conforms: 14 days to the second', async () => {
    expect(await findingsOf(rule, until('2026-12-06T12:00:00Z'))).toEqual([])
  })

  test.each(['2026-12-06T11:59:59Z', '2026-11-01T00:00:00Z'])(
    'deviates: valid until %s',
    async (instant) => {
      expect(await findingsOf(rule, until(instant))).toEqual([
        {
          at: 'certificate',
          expected: '14 days left',
          actual: fromWire(`valid until ${instant.replace('Z', '.000Z')}`),
        },
      ])
    },
  )

  test('does not apply to a certificate that is not valid for another reason', () => {
    expect(rule.notApplicable?.(sampleTls())).toBeUndefined()
    expect(rule.notApplicable?.(sampleTls({ certificate: { trouble: 'CERT_REVOKED' } }))).toBe(
      'the certificate is not valid (CERT_REVOKED): KRR-TLS-001',
    )
  })
})
