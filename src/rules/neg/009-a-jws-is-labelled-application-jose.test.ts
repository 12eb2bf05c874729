import { describe, expect, test } from 'vitest'
import { sampleExchange, samplePerson } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { certify, signSample } from '../jws/sample-chain.fixture.ts'
import { fromWire } from '../rule.ts'
import { aJwsIsLabelledApplicationJose as rule } from './009-a-jws-is-labelled-application-jose.ts'

const content = signSample({ signer: certify({ name: 'leaf' }) })
const labelled = (type: string) => sampleExchange({ fields: [['Content-Type', type]], content })
const at = { at: 'Content-Type', expected: 'application/jose' }

describe(rule.id, () => {
  test.each(['application/jose', 'Application/JOSE; charset=utf-8'])(
    'conforms: %s',
    async (type) => {
      expect(await findingsOf(rule, labelled(type))).toEqual([])
    },
  )

  test('deviates: another label, or none', async () => {
    expect(await findingsOf(rule, labelled('text/plain'))).toEqual([
      { ...at, actual: fromWire('text/plain') },
    ])
    expect(await findingsOf(rule, sampleExchange({ content }))).toEqual([
      { ...at, actual: 'absent' },
    ])
  })

  test('not applicable: what is no JWS', () => {
    const json = sampleExchange({ content: JSON.stringify(samplePerson) })
    expect(rule.notApplicable?.(json)).toBe('the response holds no JWS')
    expect(rule.notApplicable?.(sampleExchange({ status: 403, content }))).toBe(
      'the response holds no JWS',
    )
    expect(rule.notApplicable?.(labelled('text/plain'))).toBeUndefined()
  })
})
