import type { OldTlsReading } from '../../evidence/tls-reading.ts'
import type { Rule } from '../rule.ts'

/** The suite has made sure that this client speaks the version, and that the server speaks TLS at all. */
export const oldVersionsAreRefused: Rule<OldTlsReading> = {
  id: 'KRR-TLS-002',
  title: 'TLS 1.0 and TLS 1.1 are refused',
  level: 'MUST',
  basis: 'standard',
  since: 2,
  cites: ['RFC8996-001', 'RFC8996-002'],

  *check({ version, handshake }) {
    if (handshake.completed) {
      yield { at: nameOf(version), expected: 'refused', actual: 'the handshake was completed' }
    }
  },
}

const nameOf = (version: OldTlsReading['version']): string =>
  version === 'TLSv1' ? 'TLS 1.0' : 'TLS 1.1'
