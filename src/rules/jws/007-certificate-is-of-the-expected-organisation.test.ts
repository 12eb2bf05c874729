import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { certificateIsOfTheExpectedOrganisation as rule } from './007-certificate-is-of-the-expected-organisation.ts'
import {
  organizationIdentifier,
  type SampleCertificate,
  serialNumber,
} from './sample-certificate.fixture.ts'
import { certify, readingOf } from './sample-chain.fixture.ts'

const reading = (...attributes: NonNullable<SampleCertificate['attributes']>) =>
  readingOf({ signer: certify({ name: 'leaf', attributes }) })
/** organizationName, 2.5.4.10. */
const organisation = ['55040a', 'Digdir'] as const
const expected = 'the organisation number 991825827'

describe(rule.id, () => {
  test.each([
    ['organizationIdentifier', [organizationIdentifier, 'NTRNO-991825827']],
    ['serialNumber', [serialNumber, '991825827']],
  ] as const)('conforms: named by %s', async (attribute, named) => {
    expect(await findingsOf(rule, reading(named))).toEqual([])
    expect(rule.met?.(reading(named))).toBe(`named by ${attribute}`)
  })

  test('conforms: organizationIdentifier beside a serialNumber of another kind', async () => {
    const identifier = [organizationIdentifier, 'NTRNO-991825827'] as const
    const judged = reading([serialNumber, '123456789'], identifier)
    expect(await findingsOf(rule, judged)).toEqual([])
  })

  test.each([
    ['first', [[serialNumber, '991825827'], organisation]],
    ['last', [organisation, [serialNumber, '991825827']]],
    ['in the middle', [organisation, [serialNumber, '991825827'], ['55040b', 'a']]],
  ] as const)('conforms: %s of several attributes that make one name', async (_, attributes) => {
    const judged = readingOf({ signer: certify({ name: 'leaf', attributes, areJoined: true }) })
    expect(await findingsOf(rule, judged)).toEqual([])
  })

  test.each([
    ['organizationIdentifier', [organizationIdentifier, 'NTRNO-889640782']],
    ['serialNumber', [serialNumber, '889640782']],
  ] as const)('deviates: another body, by %s', async (_, named) => {
    expect(await findingsOf(rule, reading(named))).toEqual([
      { at: 'x5c[0]', expected, actual: fromWire('889640782') },
    ])
  })

  test.each([
    ['no attribute', []],
    ['the number in no documented form', [[organizationIdentifier, '991825827']]],
    ['the number within another', [[serialNumber, '0991825827']]],
    ['the number with more behind it', [[organizationIdentifier, 'NTRNO-9918258270']]],
    ['the identifier in another', [[serialNumber, 'organizationIdentifier=NTRNO-991825827']]],
    ['the number in a common name', [['550403', 'a\nserialNumber=991825827']]],
    ['the number behind a plus sign', [['550403', 'a + serialNumber=991825827']]],
    ['the number behind a bare plus sign', [['550403', 'a+serialNumber=991825827']]],
  ] as const)('deviates: %s', async (_, attributes) => {
    expect(await findingsOf(rule, reading(...attributes))).toEqual([
      { at: 'x5c[0]', expected, actual: 'none' },
    ])
    expect(rule.met?.(reading(...attributes))).toBeUndefined()
  })

  test('not applicable: without a certificate', () => {
    const judged = readingOf({ signer: certify({ name: 'leaf' }), header: { x5c: [] } })
    expect(rule.notApplicable?.(judged)).toBe('x5c[0] is no certificate: KRR-JWS-003')
    expect(rule.met?.(judged)).toBeUndefined()
  })
})
