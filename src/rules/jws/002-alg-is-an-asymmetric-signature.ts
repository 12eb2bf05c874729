import type { JwsReading } from '../../evidence/jws.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { isAsymmetric } from './signature.ts'

/** With `none` or a shared secret nobody's signature is on it; KRR-JWS-003 is not applicable then. */
export const algIsAnAsymmetricSignature: Rule<JwsReading> = {
  id: 'KRR-JWS-002',
  title: 'alg is an asymmetric signature: RS, PS, ES 256, 384, 512 or EdDSA',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC8725-003', 'RFC8725-004'],

  *check({ jws }) {
    if (!isAsymmetric(jws)) {
      yield {
        at: 'alg',
        expected: 'RS, PS or ES with 256, 384 or 512, or EdDSA',
        actual: orAbsent(jws.header['alg']),
      }
    }
  },
}
