import { IDPORTEN_SCOPE } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const idportenScope: PageOfSentences = {
  source: IDPORTEN_SCOPE,
  sentences: [
    {
      id: 'SCP-001',
      section: 'Scope model',
      quote: 'If set, defines a maximium allowable expires_in for access tokens having this scope.',
      notTested: 'not observable from outside',
      why: 'what is set for KRR’s scopes is not published; KRR-OP-012 reports the lifetime met',
    },
    {
      id: 'SCP-002',
      section: 'Scope model',
      quote:
        'If true, the consent dialogue is shown to the end user when performing the authorization.',
      notTested: 'ambiguous',
      why: 'whether KRR’s scopes have it is not said: the login takes either',
    },
    {
      id: 'SCP-003',
      section: 'Scope model',
      quote:
        'If true, access_tokens having this scope (and any accompanying id_token) will lack the `pid`-claim.',
      notTested: 'out of scope',
      why: 'KRR cannot work without',
    },
    {
      id: 'SCP-004',
      section: 'Scope model',
      quote: 'Which type of tokens are expected by the API: SELF-CONTAINED or OPAQUE',
      rules: ['KRR-OP-012'],
    },
    {
      id: 'SCP-005',
      section: 'Scope limitations',
      quote: 'For APIs that require access_tokens bound to an authenticated user, ie: ID-porten',
      notTested: 'out of scope',
      why: 'how a client is registered',
    },
    {
      id: 'SCP-006',
      section: 'List of scopes for APIs from Digitaliseringsdirektoratet',
      quote: 'Scopes giving Contact Registry details for the authenticated user',
      rules: ['KRR-OP-009', 'KRR-BODY-002'],
    },
  ],
}
