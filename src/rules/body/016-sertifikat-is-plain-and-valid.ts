import { stringAt } from '../../evidence/json.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { isValidAt } from '../jws/certificates.ts'
import type { Rule } from '../rule.ts'
import { readCertificate } from './certificate.ts'

const sertifikatOf = ({ person }: PersonReading): string => stringAt(person, 'sertifikat') ?? ''

/** In which way text that holds a certificate is more than its base64. */
const wrapping = (text: string): string => {
  if (text.includes('-----')) return 'PEM armour around it'
  return /\s/.test(text) ? 'white space in it' : 'padding that does not fit'
}

/** Judged by the moment at which the answer had come. */
export const sertifikatIsPlainAndValid: Rule<PersonReading> = {
  id: 'KRR-BODY-016',
  title: 'sertifikat is base64 DER without PEM armour, and valid now',
  level: 'SHOULD',
  basis: 'observed',
  byClock: true,
  since: 2,
  cites: ['TEST-008', 'X509-001', 'RFC5280-002'],

  notApplicable: (reading) =>
    readCertificate(sertifikatOf(reading)) === undefined
      ? 'there is no sertifikat that parses (KRR-BODY-015)'
      : undefined,

  *check(reading) {
    const text = sertifikatOf(reading)
    const certificate = readCertificate(text)
    if (certificate === undefined) return
    const { receivedAt } = reading.exchange
    if (certificate.raw.toString('base64') !== text) {
      yield { at: '/sertifikat', expected: 'base64 DER and nothing else', actual: wrapping(text) }
    }
    if (!isValidAt(certificate, receivedAt)) {
      const isOver = Date.parse(certificate.validTo) < receivedAt
      const actual = isOver ? 'no longer valid' : 'not valid yet'
      yield { at: '/sertifikat', expected: 'valid now', actual }
    }
  },
}
