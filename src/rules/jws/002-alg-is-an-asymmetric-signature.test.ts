import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { algIsAnAsymmetricSignature as rule } from './002-alg-is-an-asymmetric-signature.ts'
import { certify, readingOf } from './sample-chain.fixture.ts'

const judge = async (alg: unknown) =>
  findingsOf(rule, readingOf({ signer: certify({ name: 'leaf' }), header: { alg } }))
const expected = 'RS, PS or ES with 256, 384 or 512, or EdDSA'

describe(rule.id, () => {
  test.each(['RS', 'PS', 'ES'])('conforms: %s with each hash', async (family) => {
    for (const hash of ['256', '384', '512']) expect(await judge(family + hash)).toEqual([])
  })

  test('conforms: EdDSA (RFC 8037), which no sentence excludes', async () => {
    expect(await judge('EdDSA')).toEqual([])
  })

  test.each(['none', 'HS256', 'rs256', 'RS1', 256])('deviates: %s', async (alg) => {
    expect(await judge(alg)).toEqual([{ at: 'alg', expected, actual: fromWire(alg) }])
  })

  test('deviates: no alg', async () => {
    expect(await judge(undefined)).toEqual([{ at: 'alg', expected, actual: 'absent' }])
  })
})
