import { describe, expect, test } from 'vitest'
import { limits } from '../../evidence/limits.ts'
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

  test.each([
    ['its header', 'joseHeader', 'the JOSE header has more than 131072 characters'],
    ['its payload', 'jwsPayload', 'the JWS payload has more than 524288 characters'],
  ] as const)(
    'deviates: a JWS of which %s is longer than what is read',
    async (part, name, actual) => {
      const [header = '', payload = '', signature = ''] = jws.split('.')
      const filled = (own: string, length: number) => own + 'A'.repeat(length - own.length)
      const judged = (length: number) =>
        judge(
          part === 'its header'
            ? [
                Buffer.from(`{"a":"${'a'.repeat(Math.floor((length * 3) / 4) - 8)}"}`).toString(
                  'base64url',
                ),
                payload,
                signature,
              ].join('.')
            : [header, filled(payload, length), signature].join('.'),
        )
      expect(await judged(limits[name])).toEqual([])
      expect(await judged(limits[name] + 4)).toEqual([
        { at: 'content', expected: 'a compact JWS', actual },
      ])
    },
  )

  test('deviates: no success', async () => {
    expect(await findingsOf(rule, sampleExchange({ status: 406, content: jws }))).toEqual([
      { at: 'status', expected: '200', actual: fromWire(406) },
    ])
  })
})
