import { DIGDIR_BEKREFT_KONTAKTINFO } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const digdirBekreftKontaktinfo: PageOfSentences = {
  source: DIGDIR_BEKREFT_KONTAKTINFO,
  sentences: [
    {
      id: 'BKI-001',
      section: 'PersonResource',
      paraphrase: 'members without a value are left out when a person is serialised',
      rules: ['KRR-BODY-020'],
    },
    {
      id: 'BKI-002',
      section: 'PersonResource',
      quote: '@JsonInclude(JsonInclude.Include.NON_NULL)',
      rules: ['KRR-BODY-020'],
    },
  ],
}
