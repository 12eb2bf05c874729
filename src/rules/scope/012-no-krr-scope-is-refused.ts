import type { Exchange } from '../../evidence/exchange.ts'
import { fromWire, type Rule } from '../rule.ts'
import { BRUKERSPESIFIKT_OPPSLAG, RFC_6750 } from '../sources.ts'

/** One of the scopes must be asked for; a token with none of them opens nothing. */
export const noKrrScopeIsRefused: Rule<Exchange> = {
  id: 'KRR-SCOPE-012',
  title: 'GET without any krr:user scope is refused with 401 or 403',
  level: 'SHOULD',
  basis: 'standard',
  citations: [
    {
      source: RFC_6750,
      section: '3.1',
      quote: 'The request requires higher privileges than provided by the access token.',
    },
    {
      source: BRUKERSPESIFIKT_OPPSLAG,
      section: 'Bruk av Oauth2',
      quote:
        'I tillegg til idporten-scopene openid og profile, må det forespørres ett eller flere av følgende scopes:',
    },
  ],

  *check({ response: { status } }) {
    if (status !== 401 && status !== 403) {
      yield { at: 'status', expected: '401 or 403', actual: fromWire(status) }
    }
  },

  met: ({ response: { status } }) =>
    status === 401 || status === 403 ? `refused with ${status}` : undefined,
}
