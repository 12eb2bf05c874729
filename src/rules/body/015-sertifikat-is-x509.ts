import { isPresent, type PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { readCertificate } from './certificate.ts'

/** Senders encrypt to this certificate; what does not parse stops digital post altogether. */
export const sertifikatIsX509: Rule<PersonReading> = {
  id: 'KRR-BODY-015',
  title: 'sertifikat parses as an X.509 certificate',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['ATTR-029', 'RFC5280-001'],

  notApplicable: ({ person }) =>
    isPresent(person, 'sertifikat') ? undefined : 'there is no sertifikat',

  *check({ person }) {
    const sertifikat = person['sertifikat']
    if (typeof sertifikat !== 'string' || readCertificate(sertifikat) === undefined) {
      yield {
        at: '/sertifikat',
        expected: 'one X.509 certificate, base64 DER with or without PEM armour',
        actual: fromWire(sertifikat),
      }
    }
  },
}
