import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { codeFlowWithS256OverHttps as rule } from './002-code-flow-with-s256-over-https.ts'
import { sampleProvider } from './sample-login.fixture.ts'

const judge = (metadata: Record<string, unknown>) => findingsOf(rule, sampleProvider({ metadata }))

describe(rule.id, () => {
  test('conforms: code, S256 and https; http on loopback', async () => {
    expect(await judge({})).toEqual([])
    expect(await judge({ grant_types_supported: ['authorization_code'] })).toEqual([])
    expect(await judge({ token_endpoint: 'http://127.0.0.1:8080/token' })).toEqual([])
    expect(await judge({ userinfo_endpoint: 'http://[::1]:8080/userinfo' })).toEqual([])
  })

  test('deviates: neither code nor its grant', async () => {
    const metadata = { response_types_supported: ['id_token'], grant_types_supported: ['implicit'] }
    expect(await judge(metadata)).toEqual([
      {
        at: '/response_types_supported',
        expected: 'a list with code',
        actual: fromWire(['id_token']),
      },
      {
        at: '/grant_types_supported',
        expected: 'a list with authorization_code',
        actual: fromWire(['implicit']),
      },
    ])
  })

  test.each([
    ['plain alone', ['plain'], fromWire(['plain'])],
    ['no word of it', undefined, 'absent'],
  ])('deviates: of PKCE %s', async (_, methods, actual) => {
    expect(await judge({ code_challenge_methods_supported: methods })).toEqual([
      { at: '/code_challenge_methods_supported', expected: 'a list with S256', actual },
    ])
  })

  test.each(['http://idporten.example/token', '/token', 'http://127.0.0.1.example/token', 7])(
    'deviates: %s as an endpoint',
    async (endpoint) => {
      expect(await judge({ token_endpoint: endpoint })).toEqual([
        { at: '/token_endpoint', expected: 'an https URL', actual: fromWire(endpoint) },
      ])
    },
  )

  test('deviates: an endpoint within another member; an endpoint that is missing', async () => {
    const metadata = {
      mtls_endpoint_aliases: { revocation_endpoint: 'http://a.example/' },
      jwks_uri: undefined,
    }
    expect(await judge(metadata)).toEqual([
      { at: '/jwks_uri', expected: 'an https URL', actual: 'absent' },
      {
        at: '/mtls_endpoint_aliases/revocation_endpoint',
        expected: 'an https URL',
        actual: fromWire('http://a.example/'),
      },
    ])
  })

  test('not applicable: without metadata', () => {
    const provider = { ...sampleProvider(), metadata: sampleExchange({ status: 503 }) }
    expect(rule.notApplicable?.(provider)).toBe('there is no metadata: KRR-OP-001')
    expect(rule.notApplicable?.(sampleProvider())).toBeUndefined()
  })
})
