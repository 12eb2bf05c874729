import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { tokenResponseIsBearerAndUncacheable as rule } from './005-token-response-is-bearer-and-uncacheable.ts'
import { type SampleLogin, sampleLogin } from './sample-login.fixture.ts'

const judge = (differs: SampleLogin) => findingsOf(rule, sampleLogin(differs))

describe(rule.id, () => {
  test('conforms: Bearer in any case, no-store beside other directives', async () => {
    expect(await judge({})).toEqual([])
    const fields = [['cache-control', 'private, No-Store']] as const
    expect(await judge({ tokenResponse: { token_type: 'bearer' }, token: { fields } })).toEqual([])
  })

  test.each([
    ['mac', fromWire('mac')],
    [undefined, 'absent'],
  ])('deviates: token_type %s', async (tokenType, actual) => {
    expect(await judge({ tokenResponse: { token_type: tokenType } })).toEqual([
      { at: '/token_type', expected: 'Bearer', actual },
    ])
  })

  test.each([
    ['', fromWire('')],
    [undefined, 'absent'],
  ])('deviates: access_token "%s"', async (accessToken, actual) => {
    expect(await judge({ tokenResponse: { access_token: accessToken } })).toEqual([
      { at: '/access_token', expected: 'a string', actual },
    ])
  })

  const b64token = 'letters, digits, and - . _ ~ + / with = at the end only'
  test.each([
    ['access_token', 7, 'a string', fromWire(7)],
    ['access_token', { a: 1 }, 'a string', fromWire({ a: 1 })],
    ['access_token', 'a\r\nX-Other: 1', b64token, fromWire('a\r\nX-Other: 1')],
    ['access_token', 'a\0', b64token, fromWire('a\0')],
    ['access_token', 'bærer', b64token, fromWire('bærer')],
    [
      'access_token',
      'a'.repeat(16_385),
      'no more than 16384 characters',
      fromWire('a string of 16385 characters'),
    ],
    ['scope', ['openid'], 'a string, or absent', fromWire(['openid'])],
    ['scope', 'openid  profile', 'scopes with one space between', fromWire('openid  profile')],
    ['id_token', 7, 'a string, or absent', fromWire(7)],
    ['refresh_token', null, 'a string, or absent', fromWire(null)],
  ])('deviates: %s %j', async (name, value, expected, actual) => {
    expect(await judge({ tokenResponse: { [name]: value } })).toEqual([
      { at: `/${name}`, expected, actual },
    ])
  })

  test('conforms: a token of each character, with padding, and of the longest', async () => {
    for (const accessToken of ['aZ0-._~+/==', 'a'.repeat(16_384)])
      expect(await judge({ tokenResponse: { access_token: accessToken } })).toEqual([])
  })

  test('deviates: cacheable', async () => {
    expect(await judge({ token: { fields: [] } })).toEqual([
      { at: 'Cache-Control', expected: 'no-store', actual: 'absent' },
    ])
    expect(await judge({ token: { fields: [['Cache-Control', 'max-age=60']] } })).toEqual([
      { at: 'Cache-Control', expected: 'no-store', actual: fromWire('max-age=60') },
    ])
  })

  test('deviates: no success, or no JSON', async () => {
    expect(await judge({ token: { status: 400 } })).toEqual([
      { at: 'status', expected: '200', actual: fromWire(400) },
    ])
    expect(await judge({ token: { content: new TextEncoder().encode('access_token=a') } })).toEqual(
      [{ at: 'content', expected: 'a JSON object', actual: 'something else' }],
    )
  })
})
