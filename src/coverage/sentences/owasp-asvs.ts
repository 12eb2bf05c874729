import { OWASP_ASVS } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const owaspAsvs: PageOfSentences = {
  source: OWASP_ASVS,
  sentences: [
    {
      id: 'ASVS-001',
      section: 'V3.4.2',
      quote:
        'Verify that the Cross-Origin Resource Sharing (CORS) Access-Control-Allow-Origin header field is a fixed value by the application, or if the Origin HTTP request header field value is used, it is validated against an allowlist of trusted origins.',
      rules: ['KRR-HTTP-006'],
    },
    {
      id: 'ASVS-002',
      section: 'V3.4.4',
      quote:
        "Verify that all HTTP responses contain an 'X-Content-Type-Options: nosniff' header field.",
      rules: ['KRR-HTTP-005'],
    },
    {
      id: 'ASVS-003',
      section: 'V13.4.4',
      quote:
        'Verify that using the HTTP TRACE method is not supported in production environments, to avoid potential information leakage.',
      rules: ['KRR-HTTP-009'],
    },
    {
      id: 'ASVS-004',
      section: 'V13.4.6',
      quote:
        'Verify that the application does not expose detailed version information of backend components.',
      rules: ['KRR-HTTP-008'],
    },
    {
      id: 'ASVS-005',
      section: 'V14.3.2',
      quote:
        'Verify that the application sets sufficient anti-caching HTTP response header fields (i.e., Cache-Control: no-store) so that sensitive data is not cached in browsers.',
      rules: ['KRR-HTTP-010'],
    },
    {
      id: 'ASVS-006',
      section: 'V16.5.1',
      quote:
        'ensuring no exposure of sensitive internal system data such as stack traces, queries, secret keys, and tokens.',
      rules: ['KRR-ERR-002'],
    },
  ],
}
