import { OIDC_DISCOVERY } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const oidcDiscovery: PageOfSentences = {
  source: OIDC_DISCOVERY,
  sentences: [
    {
      id: 'DISC-001',
      section: '3',
      quote: 'The JWK Set MUST NOT contain private or symmetric key values.',
      rules: ['KRR-OP-003'],
    },
    {
      id: 'DISC-002',
      section: '4.3',
      quote:
        'The issuer value returned MUST be identical to the Issuer URL that was used as the prefix to /.well-known/openid-configuration to retrieve the configuration information.',
      rules: ['KRR-OP-001'],
    },
  ],
}
