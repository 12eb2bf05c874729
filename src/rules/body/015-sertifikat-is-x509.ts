import { isPresent } from '../../evidence/person-members.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { KRR_ATTRIBUTTER, RFC_5280 } from '../sources.ts'
import { readCertificate } from './certificate.ts'

/** Senders encrypt to this certificate; what does not parse stops digital post altogether. */
export const sertifikatIsX509: Rule<PersonReading> = {
  id: 'KRR-BODY-015',
  title: 'sertifikat parses as an X.509 certificate',
  level: 'MUST',
  basis: 'documented',
  citations: [
    { source: KRR_ATTRIBUTTER, section: 'Attributter i KRR', quote: 'X509Certificate' },
    { source: RFC_5280, section: '4.1' },
  ],

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
