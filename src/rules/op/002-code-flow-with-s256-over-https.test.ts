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
  })

  test.each(['127.0.0.1', '127.10.20.30', '127.1', '[::1]', 'localhost'])(
    'conforms: http to %s, which is loopback',
    async (host) => {
      expect(await judge({ userinfo_endpoint: `http://${host}:8080/userinfo` })).toEqual([])
    },
  )

  test.each(['authorization_endpoint', 'token_endpoint', 'revocation_endpoint', 'jwks_uri'])(
    'deviates: %s on a host that is none of the environment',
    async (member) => {
      const address = 'https://other.example/here'
      expect(await judge({ [member]: address })).toEqual([
        {
          at: `/${member}`,
          expected: 'on a host of the environment (KRR_<NAME>_LOGIN_HOSTS)',
          actual: fromWire(address),
        },
      ])
      expect(await judge({ userinfo_endpoint: address })).toEqual([])
    },
  )

  test('conforms: members that tell something about an endpoint', async () => {
    const token_endpoint_auth_method = 'client_secret_basic'
    expect(await judge({ token_endpoint_auth_method, jwks_uri_of_others: 'none' })).toEqual([])
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

  test.each([
    'http://idporten.example/token',
    '/token',
    'http://127.0.0.1.example/token',
    'http://notlocalhost/token',
    'ftp://127.0.0.1/token',
    7,
  ])('deviates: %s as an endpoint', async (endpoint) => {
    expect(await judge({ token_endpoint: endpoint })).toEqual([
      { at: '/token_endpoint', expected: 'an https URL', actual: fromWire(endpoint) },
    ])
  })

  test('deviates: an endpoint within another member; an endpoint that is missing', async () => {
    const metadata = {
      mtls_endpoint_aliases: { revocation_endpoint: 'http://a.example/' },
      jwks_uri: undefined,
      signed_jwks_uri: 'http://b.example/',
    }
    expect(await judge(metadata)).toEqual([
      { at: '/jwks_uri', expected: 'an https URL', actual: 'absent' },
      {
        at: '/mtls_endpoint_aliases/revocation_endpoint',
        expected: 'an https URL',
        actual: fromWire('http://a.example/'),
      },
      {
        at: '/signed_jwks_uri',
        expected: 'an https URL',
        actual: fromWire('http://b.example/'),
      },
    ])
  })

  test('not applicable: without metadata, or with some that come with another status', async () => {
    for (const content of ['', '{"issuer":"https://idporten.example"}']) {
      const metadata = sampleExchange({ status: 503, content })
      const provider = { ...sampleProvider(), metadata }
      expect(rule.notApplicable?.(provider)).toBe('there is no metadata: KRR-OP-001')
      expect(await findingsOf(rule, provider)).toEqual([])
    }
    expect(rule.notApplicable?.(sampleProvider())).toBeUndefined()
  })
})
