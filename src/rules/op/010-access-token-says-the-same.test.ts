import { describe, expect, test } from 'vitest'
import { samplePid } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { accessTokenSaysTheSame as rule } from './010-access-token-says-the-same.ts'
import { receivedAt, type SampleLogin, sampleIssuer, sampleLogin } from './sample-login.fixture.ts'

const judge = (differs: SampleLogin) => findingsOf(rule, sampleLogin(differs))
const granted = 'krr:user/kontaktinformasjon.read krr:user/spraak.write'

describe(rule.id, () => {
  test('conforms: the same, scopes in any order, clocks 30 s apart, expires_in left out', async () => {
    const scope = 'krr:user/spraak.write krr:user/kontaktinformasjon.read'
    expect(await judge({})).toEqual([])
    expect(await judge({ accessToken: { scope, exp: receivedAt + 150 } })).toEqual([])
    expect(await judge({ tokenResponse: { expires_in: undefined, scope: undefined } })).toEqual([])
  })

  test('conforms: it ended as long ago as clocks may be apart', async () => {
    const tokenResponse = { expires_in: undefined }
    expect(await judge({ tokenResponse, accessToken: { exp: receivedAt - 29 } })).toEqual([])
  })

  test('conforms: any pid, where neither a person nor the ID token says whose it is', async () => {
    expect(await judge({ expectedPid: undefined, idToken: { pid: undefined } })).toEqual([])
  })

  test('conforms: an expires_in that is no lifetime, which KRR-OP-013 owns', async () => {
    expect(await judge({ tokenResponse: { expires_in: 0 } })).toEqual([])
    expect(await judge({ tokenResponse: { expires_in: '600' } })).toEqual([])
  })

  test.each([
    ['iss', sampleIssuer, `${sampleIssuer}/`],
    ['client_id', 'client-1', 'client-2'],
    ['pid', samplePid, '22885399316'],
  ])('deviates: another %s', async (name, expected, actual) => {
    expect(await judge({ accessToken: { [name]: actual } })).toEqual([
      { at: `/access_token/${name}`, expected: fromWire(expected), actual: fromWire(actual) },
    ])
    expect(await judge({ accessToken: { [name]: undefined } })).toEqual([
      { at: `/access_token/${name}`, expected: fromWire(expected), actual: 'absent' },
    ])
  })

  test("deviates: with an operator's login, another pid than the ID token's", async () => {
    const differs = { expectedPid: undefined, accessToken: { pid: '22885399316' } }
    expect(await judge({ expectedPid: undefined })).toEqual([])
    expect(await judge(differs)).toEqual([
      { at: '/access_token/pid', expected: fromWire(samplePid), actual: fromWire('22885399316') },
    ])
  })

  test('deviates: fewer scopes, more scopes, a list of scopes', async () => {
    const at = '/access_token/scope'
    const expected = fromWire(granted)
    const more = `${granted} krr:user/digitalpost.read`
    expect(await judge({ accessToken: { scope: 'openid krr:user/spraak.write' } })).toEqual([
      { at, expected, actual: fromWire('krr:user/spraak.write') },
    ])
    expect(await judge({ accessToken: { scope: more } })).toEqual([
      { at, expected, actual: fromWire(more) },
    ])
    expect(await judge({ accessToken: { scope: granted.split(' ') } })).toEqual([
      { at, expected, actual: fromWire(granted.split(' ')) },
    ])
  })

  test.each([
    ['over', receivedAt - 30, 'a time to come'],
    ['longer than expires_in', receivedAt + 600, 'the end of expires_in'],
    ['no number', 'soon', 'a time to come'],
  ])('deviates: exp is %s', async (_, exp, expected) => {
    expect(await judge({ accessToken: { exp } })).toEqual([
      { at: '/access_token/exp', expected, actual: fromWire(exp) },
    ])
  })

  test('not applicable: an opaque token, no token', async () => {
    expect(await judge({ tokenResponse: { access_token: 'opaque' } })).toEqual([])
    expect(await judge({ tokenResponse: { access_token: undefined } })).toEqual([])
    const reasonOf = (differs: SampleLogin) => rule.notApplicable?.(sampleLogin(differs))
    expect(reasonOf({ tokenResponse: { access_token: 'opaque' } })).toBe(
      'the access token is opaque',
    )
    expect(reasonOf({ token: { status: 401 } })).toBe(
      'there is no successful token response: KRR-OP-005',
    )
    expect(reasonOf({})).toBeUndefined()
  })
})
