import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'
import { RFC_6750, RFC_9110 } from '../sources.ts'

/** What follows another scheme's name means something else, whatever it looks like. */
export const otherSchemesAreRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-013',
  title: 'a valid token under another scheme is refused',
  level: 'MUST',
  basis: 'standard',
  intrusive: true,
  citations: [
    {
      source: RFC_6750,
      section: '3',
      quote:
        'If the protected resource request does not include authentication credentials or does not contain an access token that enables access to the protected resource, the resource server MUST include the HTTP "WWW-Authenticate" response header field',
    },
    {
      source: RFC_9110,
      section: '15.5.2',
      quote:
        'the request has not been applied because it lacks valid authentication credentials for the target resource.',
    },
  ],
  check: refused,
}
