import { RFC_5280 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc5280: PageOfSentences = {
  source: RFC_5280,
  sentences: [
    {
      id: 'RFC5280-001',
      section: '4.1',
      paraphrase: 'a certificate is a signed sequence of the fields named there',
      rules: ['KRR-BODY-015', 'KRR-JWS-005'],
    },
    {
      id: 'RFC5280-002',
      section: '4.1.2.5',
      quote:
        'The certificate validity period is the time interval during which the CA warrants that it will maintain information about the status of the certificate.',
      rules: ['KRR-BODY-016', 'KRR-JWS-011'],
    },
    {
      id: 'RFC5280-003',
      section: '4.1.2.6',
      quote:
        'The subject field identifies the entity associated with the public key stored in the subject public key field.',
      rules: ['KRR-JWS-007'],
    },
    {
      id: 'RFC5280-004',
      section: '6.1.3',
      quote: 'The certificate validity period includes the current time.',
      rules: ['KRR-TLS-001', 'KRR-TLS-003'],
    },
  ],
}
