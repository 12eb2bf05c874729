import { RFC_7515 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc7515: PageOfSentences = {
  source: RFC_7515,
  sentences: [
    {
      id: 'RFC7515-001',
      section: '2',
      quote:
        "with all trailing '=' characters omitted (as permitted by Section 3.2) and without the inclusion of any line breaks, whitespace, or other additional characters.",
      rules: ['KRR-JWS-001'],
    },
    {
      id: 'RFC7515-002',
      section: '3.1',
      quote: 'In the JWS Compact Serialization, a JWS is represented as the concatenation:',
      rules: ['KRR-JWS-001'],
    },
    {
      id: 'RFC7515-003',
      section: '4.1.6',
      paraphrase: 'each string in x5c is base64, not base64url, of a DER certificate',
      rules: ['KRR-JWS-003', 'KRR-JWS-004'],
    },
    {
      id: 'RFC7515-004',
      section: '4.1.6',
      quote:
        'The certificate containing the public key corresponding to the key used to digitally sign the JWS MUST be the first certificate.',
      rules: ['KRR-JWS-003'],
    },
    {
      id: 'RFC7515-005',
      section: '4.1.6',
      quote: 'with each subsequent certificate being the one used to certify the previous one.',
      rules: ['KRR-JWS-004'],
    },
    {
      id: 'RFC7515-006',
      section: '4.1.6',
      quote:
        'consider the certificate or certificate chain to be invalid if any validation failure occurs.',
      rules: ['KRR-JWS-005', 'KRR-JWS-006'],
    },
    {
      id: 'RFC7515-007',
      section: '4.1.11',
      quote:
        'If any of the listed extension Header Parameters are not understood and supported by the recipient, then the JWS is invalid.',
      rules: ['KRR-JWS-008'],
    },
    {
      id: 'RFC7515-008',
      section: '4.1.11',
      quote: 'Producers MUST NOT use the empty list "[]" as the "crit" value.',
      rules: ['KRR-JWS-008'],
    },
    {
      id: 'RFC7515-009',
      section: '5.2',
      paraphrase: 'the header is a JSON object without duplicate members',
      rules: ['KRR-NEG-002', 'KRR-JWS-002'],
      except: 'that members are not repeated',
    },
    {
      id: 'RFC7515-010',
      section: '5.2',
      quote: 'If any of the listed steps fails, then the signature or MAC cannot be validated.',
      rules: ['KRR-AUTH-005'],
    },
    {
      id: 'RFC7515-011',
      section: '9.2.1',
      quote:
        'indicate that the content is a JWS or JWE using the JWS Compact Serialization or the JWE Compact Serialization',
      rules: ['KRR-NEG-002', 'KRR-NEG-009'],
    },
  ],
}
