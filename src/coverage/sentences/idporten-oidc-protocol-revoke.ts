import { IDPORTEN_REVOKE } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const idportenRevoke: PageOfSentences = {
  source: IDPORTEN_REVOKE,
  sentences: [
    {
      id: 'REV-001',
      section: 'About',
      quote:
        'When the client calls the revoke endpoint with valid token (either an access_token or a refresh token), that token and all other tokens associated with the underlying grant - for that specific client only - are invalidated in ID-porten.',
      rules: ['KRR-AUTH-015'],
      except: 'whether the API hears of it: not said',
    },
    {
      id: 'REV-002',
      section: 'About',
      quote:
        'Note that the SSO-session itself is NOT affected by a revoke, and any tokens issued to other clients during the same SSO-session are still valid.',
      notTested: 'out of scope',
      why: 'ID-porten’s sessions are no part of KRR’s contract',
    },
  ],
}
