import { describe, expect, test } from 'vitest'
import { sampleExchange, samplePerson } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { certify, signSample } from '../jws/sample-chain.fixture.ts'
import { fromWire } from '../rule.ts'
import { defaultRepresentationIsOneOfTheTwo as rule } from './004-default-representation-is-one-of-the-two.ts'

const answer = (type: string, content: string) =>
  sampleExchange({ fields: [['Content-Type', type]], content })
const json = JSON.stringify(samplePerson)
const jws = signSample({ signer: certify({ name: 'leaf' }) })

describe(rule.id, () => {
  test('conforms: JSON, or a JWS whatever it is called, and says which', async () => {
    for (const type of ['application/jose', 'text/plain']) {
      expect(await findingsOf(rule, answer(type, jws))).toEqual([])
      expect(rule.met?.(answer(type, jws))).toBe('application/jose')
    }
    expect(await findingsOf(rule, answer('application/json', json))).toEqual([])
    expect(rule.met?.(answer('application/json', json))).toBe('application/json')
  })

  test("conforms: JSON behind a byte order mark, which is KRR-BODY-019's", async () => {
    expect(await findingsOf(rule, answer('application/json', `\u{feff}${json}`))).toEqual([])
  })

  test.each([
    ['application/xml', '<person/>'],
    ['application/json', '"person"'],
    ['text/html', json],
  ])('deviates: %s', async (type, content) => {
    expect(await findingsOf(rule, answer(type, content))).toEqual([
      {
        at: 'content',
        expected: 'JSON as application/json, or a JWS',
        actual: fromWire(type),
      },
    ])
  })

  test('deviates: JSON that nothing says it is; a byte order mark within it', async () => {
    const unlabelled = sampleExchange({ content: json })
    expect(await findingsOf(rule, unlabelled)).toMatchObject([{ actual: 'absent' }])
    const within = answer('application/json', '{\u{feff}"status":"AKTIV"}')
    expect(await findingsOf(rule, within)).toMatchObject([{ at: 'content' }])
  })

  test('deviates: no success', async () => {
    expect(await findingsOf(rule, sampleExchange({ status: 406 }))).toEqual([
      { at: 'status', expected: '200', actual: fromWire(406) },
    ])
  })
})
