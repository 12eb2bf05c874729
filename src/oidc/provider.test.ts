import { afterAll, describe, expect, test } from 'vitest'
import { contentJson } from '../evidence/exchange.ts'
import { environmentAt, openTestSender, startTestOp } from './op.fixture.ts'
import { discoverProvider } from './provider.ts'

const sender = openTestSender()
afterAll(() => sender.close())

const discover = (issuer: string) =>
  discoverProvider({ ...environmentAt(issuer), send: sender.send, onSecret: () => {} })

describe('discovery', () => {
  test('metadata and JWK Set come as exchanges', async () => {
    const op = await startTestOp()
    try {
      const { reading, metadata, refusal } = await discover(op.issuer)
      expect(reading.configuredIssuer).toBe(op.issuer)
      expect(contentJson(reading.metadata.response)).toMatchObject({ issuer: op.issuer })
      expect(contentJson(reading.jwks.response)).toHaveProperty('keys')
      expect(metadata?.token_endpoint).toMatch(/\/token$/)
      expect(refusal).toBeUndefined()
    } finally {
      await op.close()
    }
  })

  test('metadata of another issuer are evidence, and nothing in them is used', async () => {
    const op = await startTestOp({
      providerMetadata: (metadata) => ({ ...metadata, issuer: 'https://issuer.example' }),
    })
    try {
      const { reading, metadata, refusal } = await discover(op.issuer)
      expect(contentJson(reading.metadata.response)).toHaveProperty(
        'issuer',
        'https://issuer.example',
      )
      expect(metadata).toBeUndefined()
      expect(reading.jwks.request.url).toBe(`${op.issuer}/jwks.json`)
      expect(refusal).toMatch(/OAUTH_JSON_ATTRIBUTE_COMPARISON/)
    } finally {
      await op.close()
    }
  })

  test('without "jwks_uri" the JWK Set is looked for where ID-porten has it', async () => {
    const op = await startTestOp({
      providerMetadata: ({ jwks_uri: _, ...metadata }) => metadata,
    })
    try {
      const { reading } = await discover(op.issuer)
      expect(reading.jwks.request.url).toBe(`${op.issuer}/jwks.json`)
    } finally {
      await op.close()
    }
  })

  test('an issuer over plain http that is not on this machine is not contacted', async () => {
    const before = sender.exchanges.length
    await expect(discover('http://issuer.example')).rejects.toMatchObject({
      code: 'EVIDENCE_UNAVAILABLE',
      message: 'the issuer must be https, but is http on a host that is not loopback',
    })
    expect(sender.exchanges).toHaveLength(before)
  })
})
