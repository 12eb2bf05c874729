import type { JwsReading } from '../../evidence/jws.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { RFC_8725 } from '../sources.ts'
import { isAsymmetric } from './signature.ts'

/** With `none` or a shared secret nobody's signature is on it; KRR-JWS-003 is not applicable then. */
export const algIsAnAsymmetricSignature: Rule<JwsReading> = {
  id: 'KRR-JWS-002',
  title: 'alg is an asymmetric signature: RS, PS or ES 256, 384 or 512',
  level: 'MUST',
  basis: 'standard',
  citations: [
    {
      source: RFC_8725,
      section: '3.1',
      quote:
        'Libraries MUST enable the caller to specify a supported set of algorithms and MUST NOT use any other algorithms when performing cryptographic operations.',
    },
    {
      source: RFC_8725,
      section: '3.2',
      quote:
        'applications MUST only allow the use of cryptographically current algorithms that meet the security requirements of the application.',
    },
  ],

  *check({ jws }) {
    if (!isAsymmetric(jws)) {
      yield {
        at: 'alg',
        expected: 'RS, PS or ES with 256, 384 or 512',
        actual: orAbsent(jws.header['alg']),
      }
    }
  },
}
