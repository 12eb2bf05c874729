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
