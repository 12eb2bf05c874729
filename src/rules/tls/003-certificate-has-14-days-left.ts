import type { TlsReading } from '../../evidence/tls-reading.ts'
import { fromWire, type Rule } from '../rule.ts'

const dayMs = 24 * 3_600_000
const leastDays = 14

/** An API stops at once, and for everybody, when its certificate ends; a warning is of use before. */
export const certificateHas14DaysLeft: Rule<TlsReading> = {
  id: 'KRR-TLS-003',
  title: "The server's certificate has 14 days left",
  level: 'SHOULD',
  basis: 'standard',
  byClock: true,
  since: 2,
  cites: ['RFC5280-004'],

  // Environment trouble, which KRR-TLS-001 names: nothing is used that came with it.
  notApplicable: ({ handshake: { certificate } }) =>
    certificate.trouble === undefined
      ? undefined
      : `the certificate is not valid (${certificate.trouble}): KRR-TLS-001`,

  *check({ readAt, handshake: { certificate } }) {
    if (certificate.notAfter - readAt < leastDays * dayMs) {
      yield {
        at: 'certificate',
        expected: `${leastDays} days left`,
        actual: fromWire(`valid until ${new Date(certificate.notAfter).toISOString()}`),
      }
    }
  },
}
