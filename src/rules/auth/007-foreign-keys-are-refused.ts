import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'

/** The signature is in order. What a token says of its key (`kid`, `jwk`, `x5c`) makes that key nobody's. */
export const foreignKeysAreRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-007',
  title: "A token signed by a key other than the issuer's is refused",
  level: 'MUST',
  basis: 'standard',
  intrusive: true,
  since: 2,
  cites: ['RFC8725-005', 'RFC8725-006'],
  check: refused,
}
