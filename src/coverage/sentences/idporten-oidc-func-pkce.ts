import { IDPORTEN_PKCE } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const idportenPkce: PageOfSentences = {
  source: IDPORTEN_PKCE,
  sentences: [
    {
      id: 'PKCE-001',
      section: 'Om funksjonaliteten',
      quote: 'I /token-kallet må `code_verifier` sendes med.',
      rules: ['KRR-OP-011'],
    },
    {
      id: 'PKCE-002',
      section: 'Om funksjonaliteten',
      quote:
        'En eventuell angriper som har snappet opp autorisasjonskoden underveis, kjenner ikke hemmeligheten, og vil derfor ikke få utlevert tokens.',
      rules: ['KRR-OP-011'],
    },
    {
      id: 'PKCE-003',
      section: 'Om funksjonaliteten',
      quote: 'Vi støtter bare `code_challenge_method=S256`',
      rules: ['KRR-OP-002'],
      except: 'that others are refused',
    },
    {
      id: 'PKCE-004',
      section: 'Om funksjonaliteten',
      quote: '**Merk at code_verifier må vere minst 43 karakterer lang, og ikkje lengre enn 128.**',
      notTested: 'out of scope',
      why: 'a rule for clients',
    },
    {
      id: 'PKCE-005',
      section: 'PKCE er som hovedregel påkrevd',
      quote:
        'Derfor må alle klienter i ID-porten bruke PKCE, hvis ikke vil ID-porten som hovedregel avvise autentiseringsforespørselen.',
      notTested: 'ambiguous',
      why: 'a client can be registered so that it need not',
    },
  ],
}
