import type { ServerCertificate, TlsReading } from '../../evidence/tls-reading.ts'

/** A handshake of TLS 1.3 with a certificate that has 90 days left, changed as the test says. */
export const sampleTls = (
  overrides: { readonly protocol?: string; readonly certificate?: Partial<ServerCertificate> } = {},
): TlsReading => ({
  at: 'krr.example:443',
  readAt: Date.parse('2026-11-22T12:00:00Z'),
  handshake: {
    completed: true,
    protocol: overrides.protocol ?? 'TLSv1.3',
    certificate: {
      notBefore: Date.parse('2026-11-01T00:00:00Z'),
      notAfter: Date.parse('2027-02-20T12:00:00Z'),
      trouble: undefined,
      ...overrides.certificate,
    },
  },
})
