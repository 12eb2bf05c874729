import { describe, expect, test } from 'vitest'
import { sampleExchange, samplePerson } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { certify, signSample } from '../jws/sample-chain.fixture.ts'
import { fromWire } from '../rule.ts'
import { jwsWhenAskedForJose as rule } from './002-jws-when-asked-for-jose.ts'

const jws = signSample({ signer: certify({ name: 'leaf' }) })
const judge = (content: string) => findingsOf(rule, sampleExchange({ content }))

describe(rule.id, () => {
  test('conforms: a JWS; also one whose form KRR-JWS-001 refuses', async () => {
    for (const content of [jws, `${jws}\n`, `"${jws}"`, `${jws}.e30`, jws.replace('.', '=.')]) {
      expect(await judge(content)).toEqual([])
    }
  })

  test.each([
    ['JSON', JSON.stringify(samplePerson)],
    ['a JWS in JSON serialisation', '{"payload":"e30","protected":"e30","signature":"AAAA"}'],
    ['three words', 'one.two.three'],
    ['nothing', ''],
  ])('deviates: %s', async (_, content) => {
    expect(await judge(content)).toEqual([
      { at: 'content', expected: 'a compact JWS', actual: 'something else' },
    ])
  })

  test('deviates: no success', async () => {
    expect(await findingsOf(rule, sampleExchange({ status: 406, content: jws }))).toEqual([
      { at: 'status', expected: '200', actual: fromWire(406) },
    ])
  })
})
