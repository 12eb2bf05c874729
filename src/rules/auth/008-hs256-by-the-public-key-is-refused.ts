import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'

/** Everybody has the public key: where it verifies a MAC, everybody is the issuer. */
export const hs256ByThePublicKeyIsRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-008',
  title: "A token signed HS256 with the issuer's public key is refused",
  level: 'MUST',
  basis: 'standard',
  intrusive: true,
  since: 2,
  cites: ['RFC8725-003', 'RFC8725-002'],
  check: refused,
}
