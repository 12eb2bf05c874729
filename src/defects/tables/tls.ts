import type { ServerOptions } from 'node:https'
import type { ApiResponse } from '../../reference/api/message.ts'
import type { TlsIdentity } from '../../reference/pki/pki.ts'
import { ofFamily } from '../defect.ts'

/** The server's options with another certificate. */
const withCertificate = (
  options: ServerOptions,
  { certPem, keyPem }: TlsIdentity,
): ServerOptions => ({ ...options, cert: certPem, key: keyPem })

/** The response without `Strict-Transport-Security`. */
const withoutPolicy = (response: ApiResponse): ApiResponse => ({
  ...response,
  fields: response.fields.filter(([name]) => name !== 'Strict-Transport-Security'),
})

const inDays = (days: number): Date => new Date(Date.now() + days * 24 * 3_600_000)

/** Faults of the transport's security. */
export const tlsDefects = ofFamily('TLS', [
  /** Since an hour. Nothing is asked over such a connection: it is trouble, named in KRR-TLS-001, and all else is inconclusive. */
  {
    id: 'DEF-TLS-CERTIFICATE-HAS-EXPIRED',
    title: "the server's certificate has expired",
    seam: 'tlsOptions',
    violates: [],
    observes: [{ rule: 'KRR-TLS-001', met: 'it has expired (CERT_HAS_EXPIRED)' }],
    inject: (options, { pki }) => {
      const anHourAgo = Date.now() - 3_600_000
      const notBefore = new Date(anHourAgo - 24 * 3_600_000)
      return withCertificate(options, pki.issueTls({ notBefore, notAfter: new Date(anHourAgo) }))
    },
  },
  /** Of the right authority and with time left: the name alone is wrong. */
  {
    id: 'DEF-TLS-CERTIFICATE-IS-FOR-ANOTHER-HOST',
    title: "the server's certificate is for another host",
    seam: 'tlsOptions',
    violates: [],
    observes: [{ rule: 'KRR-TLS-001', met: 'it is for another host' }],
    inject: (options, { pki }) => {
      const hosts = { names: ['krr.example'], ipv4: [] }
      return withCertificate(options, pki.issueTls({ hosts }))
    },
  },
  /** Valid, and a day less than enough. */
  {
    id: 'DEF-TLS-CERTIFICATE-ENDS-IN-13-DAYS',
    title: "the server's certificate ends in 13 days",
    seam: 'tlsOptions',
    violates: ['KRR-TLS-003'],
    inject: (options, { pki }) => withCertificate(options, pki.issueTls({ notAfter: inDays(13) })),
  },
  /** Everything from 1.0 on, as servers were set up ten years ago. */
  {
    id: 'DEF-TLS-TLS-1-0-IS-ACCEPTED',
    title: 'TLS 1.0 and later versions are accepted',
    seam: 'tlsOptions',
    violates: ['KRR-TLS-002'],
    inject: (options) => ({ ...options, minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' }),
  },
  /** The last old version left. */
  {
    id: 'DEF-TLS-TLS-1-1-IS-ACCEPTED',
    title: 'TLS 1.1 is accepted, and TLS 1.0 refused',
    seam: 'tlsOptions',
    violates: ['KRR-TLS-002'],
    inject: (options) => ({ ...options, minVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' }),
  },
  {
    id: 'DEF-TLS-TLS-1-3-IS-NOT-OFFERED',
    title: 'TLS 1.2 is the latest version spoken',
    seam: 'tlsOptions',
    violates: ['KRR-TLS-006'],
    inject: (options) => ({ ...options, maxVersion: 'TLSv1.2' }),
  },
  /** The whole API, the question for a token included, in the clear. */
  {
    id: 'DEF-TLS-PLAIN-HTTP-IS-SERVED',
    title: 'plain http is answered as https is',
    seam: 'plainHttp',
    violates: ['KRR-TLS-004'],
    inject: (_, { serve }) => serve,
  },
  /** A load balancer's rule that lost a letter. */
  {
    id: 'DEF-TLS-PLAIN-HTTP-IS-REDIRECTED-TO-PLAIN-HTTP',
    title: 'plain http is redirected to plain http',
    seam: 'plainHttp',
    violates: ['KRR-TLS-004'],
    inject: () => (request, response) =>
      void response.writeHead(301, { Location: `http://127.0.0.1${request.url}` }).end(),
  },
  {
    id: 'DEF-TLS-HTTPS-IS-NOT-ASKED-FOR-STRICTLY',
    title: 'no response carries Strict-Transport-Security',
    seam: 'response',
    violates: ['KRR-TLS-005'],
    inject: withoutPolicy,
  },
  /** With a `max-age` of 0 the field takes back what an earlier one asked for. */
  {
    id: 'DEF-TLS-HTTPS-IS-ASKED-FOR-NO-LONGER',
    title: 'Strict-Transport-Security has a max-age of 0',
    seam: 'response',
    violates: ['KRR-TLS-005'],
    inject: (response) => {
      const { fields, ...rest } = withoutPolicy(response)
      return { ...rest, fields: [...fields, ['Strict-Transport-Security', 'max-age=0']] }
    },
  },
])
