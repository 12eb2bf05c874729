import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { certificateIsValidOrNamed as rule } from './001-certificate-is-valid-or-named.ts'
import { sampleTls } from './sample-tls.fixture.ts'

describe(rule.id, () => {
  test('says that it is valid', async () => {
    expect(await findingsOf(rule, sampleTls())).toEqual([])
    expect(rule.met?.(sampleTls())).toBe('chain and host name are valid')
  })

  test.each([
    ['CERT_HAS_EXPIRED', 'it has expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'it is for another host'],
    ['CERT_SIGNATURE_FAILURE', 'the chain'],
  ])('says why it is not: %s', async (trouble, words) => {
    const reading = sampleTls({ certificate: { trouble } })
    expect(await findingsOf(rule, reading)).toEqual([])
    expect(rule.met?.(reading)).toBe(
      `the certificate of krr.example:443 is not valid, so nothing is asked there: ${words} (${trouble})`,
    )
  })
})
