import type { JsonObject } from '../../evidence/json.ts'
import type { ProviderReading } from '../../evidence/login.ts'
import { type Finding, fromWire, type Rule } from '../rule.ts'
import { jwkSet } from './jwk-set.ts'

/** Members that only a private or a symmetric key has (RFC 7518, 6.2.2, 6.3.2, 6.4.1). */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const

const leastRsaBits = 2048

/**
 * A key type that RFC 7518 does not know is left to those who do (RFC 7517, 5). Findings name the
 * member and never its value.
 */
export const jwkSetIsStrongAndPublic: Rule<ProviderReading> = {
  id: 'KRR-OP-003',
  title: 'The JWK Set has no private member and no RSA key below 2048 bits',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['DISC-001', 'RFC7518-002'],

  *check(provider) {
    const { status } = provider.jwks.response
    if (status !== 200) {
      yield { at: 'status', expected: '200', actual: fromWire(status) }
      return
    }
    const keys = jwkSet(provider)
    if (keys === undefined || !keys.some(({ kty }) => kty === 'RSA' || kty === 'EC')) {
      yield { at: '/keys', expected: 'a list with an RSA or EC key', actual: 'none' }
    }
    if (keys === undefined) return
    for (const [index, key] of keys.entries()) yield* weaknesses(key, `/keys/${index}`)
  },
}

function* weaknesses(key: JsonObject, at: string): Generator<Finding> {
  for (const name of privateMembers) {
    if (Object.hasOwn(key, name)) {
      yield { at: `${at}/${name}`, expected: 'absent, for it is private', actual: 'present' }
    }
  }
  if (key['kty'] !== 'RSA') return
  const bits = modulusBits(key['n'])
  if (bits < leastRsaBits) {
    yield { at: `${at}/n`, expected: `${leastRsaBits} bits or more`, actual: `${bits} bits` }
  }
}

/** The length of a modulus in bits, leading zeros not counted; 0 where it is none. */
const modulusBits = (n: unknown): number => {
  if (typeof n !== 'string') return 0
  const modulus = BigInt(`0x0${Buffer.from(n, 'base64url').toString('hex')}`)
  return modulus === 0n ? 0 : modulus.toString(2).length
}
