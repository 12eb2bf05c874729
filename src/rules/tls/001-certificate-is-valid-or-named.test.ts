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
    ['CERT_NOT_YET_VALID', 'it is not valid yet'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'it is signed by itself'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'its root is not trusted'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'it leads to no trusted root'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'it leads to no trusted root'],
    ['CERT_REVOKED', 'it was revoked'],
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
