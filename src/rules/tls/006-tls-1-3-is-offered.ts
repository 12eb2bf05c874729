import type { TlsReading } from '../../evidence/tls-reading.ts'
import { fromWire, type Rule } from '../rule.ts'

/** The client offers TLS 1.2 and 1.3; a server that has both takes the later one. */
export const tls13IsOffered: Rule<TlsReading> = {
  id: 'KRR-TLS-006',
  title: 'TLS 1.3 is spoken with a client that offers it',
  level: 'SHOULD',
  basis: 'standard',
  since: 2,
  cites: ['RFC9325-001'],

  *check({ handshake: { protocol } }) {
    if (protocol !== 'TLSv1.3') {
      yield { at: 'protocol', expected: 'TLSv1.3', actual: fromWire(protocol) }
    }
  },
}
