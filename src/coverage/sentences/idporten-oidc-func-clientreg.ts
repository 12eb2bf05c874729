import type { PageOfSentences } from '../sentence.ts'
import { IDPORTEN_CLIENTREG } from '../sources.ts'

export const idportenClientReg: PageOfSentences = {
  source: IDPORTEN_CLIENTREG,
  sentences: [
    {
      id: 'LIFE-001',
      section: 'Levetider',
      paraphrase:
        'access tokens live 120 seconds, refresh tokens 600 seconds without use, an authorization 7200 seconds, unless the client or the API says otherwise',
      rules: ['KRR-OP-012'],
    },
    {
      id: 'LIFE-002',
      section: 'Levetider',
      paraphrase:
        'a localhost redirect URI is allowed in the test environment only, and then by http',
      notTested: 'needs PROD',
      why: 'only production could refuse it',
    },
  ],
}
