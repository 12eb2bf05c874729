import { DIGDIR_CLIENT } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const digdirClient: PageOfSentences = {
  source: DIGDIR_CLIENT,
  sentences: [
    {
      id: 'CLI-001',
      section: 'PersonResource',
      paraphrase: 'personidentifikator, reservasjon and status are required of a person',
      rules: ['KRR-SCOPE-001'],
    },
    {
      id: 'CLI-002',
      section: 'PersonResource',
      paraphrase: 'members that the client does not know are passed over',
      rules: ['KRR-BODY-021'],
    },
    {
      id: 'CLI-003',
      section: 'KontaktInfoClient',
      paraphrase: 'application/jose alone is asked for, and a JWS is read',
      rules: ['KRR-NEG-002'],
    },
    {
      id: 'CLI-004',
      section: 'PersonResource',
      quote: 'return !isNullOrEmpty(certificate) && digitalPost != null;',
      rules: ['KRR-BODY-017'],
    },
    {
      id: 'CLI-005',
      section: 'PersonResource',
      quote: '@JsonIgnoreProperties(ignoreUnknown = true)',
      rules: ['KRR-BODY-021'],
    },
  ],
}
