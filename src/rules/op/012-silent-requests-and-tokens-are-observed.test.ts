import { describe, expect, test } from 'vitest'
import type { FieldLine } from '../../evidence/exchange.ts'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { silentRequestsAndTokensAreObserved as rule } from './012-silent-requests-and-tokens-are-observed.ts'
import { receivedAt, type SampleLogin, sampleLogin } from './sample-login.fixture.ts'

const { request } = sampleLogin()
const answered = (status: number, location?: string) => {
  const fields: readonly FieldLine[] = location === undefined ? [] : [['Location', location]]
  return { request, exchange: sampleExchange({ status, fields }) }
}
const metBy = (differs: SampleLogin) => rule.met?.(sampleLogin(differs))

describe(rule.id, () => {
  test.each([
    [302, `${request.redirectUri}?error=login_required&state=state-1`, 'login_required'],
    [303, `${request.redirectUri}?code=secret`, 'a code'],
    [302, `${request.redirectUri}?error=Nobody%20here`, 'neither a code nor an error code'],
    [302, `${request.redirectUri}?error=nobody%20here`, 'neither a code nor an error code'],
    [302, request.redirectUri, 'neither a code nor an error code'],
    [300, `${request.redirectUri}?error=login_required`, 'login_required'],
    [399, `${request.redirectUri}?error=login_required`, 'login_required'],
    [400, `${request.redirectUri}?error=login_required`, 'status 400'],
    [302, 'http://localhost:3000/?error=login_required', 'redirected to another page'],
    [302, 'http://', 'redirected to another page'],
    [302, '/authorize/selector', 'redirected to another page than the client'],
    [302, 'https://client.example/callback?error=login_required', 'redirected to another page'],
    [302, undefined, 'redirected to another page than the client'],
    [200, undefined, 'status 200'],
  ])('reports of prompt=none: %i to %s', async (status, location, met) => {
    const attempt = answered(status, location)
    expect(await findingsOf(rule, attempt)).toEqual([])
    expect(rule.notApplicable?.(attempt)).toBeUndefined()
    expect(rule.met?.(attempt)).toContain(`prompt=none without a login: ${met}`)
  })

  test('reports of a login: kind and life of its tokens', async () => {
    expect(await findingsOf(rule, sampleLogin())).toEqual([])
    expect(metBy({})).toBe('self-contained access token for 120 s, ID token for 120 s')
    const tokenResponse = { access_token: 'opaque', refresh_token_expires_in: 600 }
    expect(metBy({ tokenResponse })).toBe(
      'opaque access token for 120 s, ID token for 120 s, refresh token for 600 s',
    )
  })

  test('reports of a login: what the JWT says where expires_in says nothing', () => {
    const tokenResponse = { expires_in: undefined, id_token: undefined }
    expect(metBy({ tokenResponse, accessToken: { iat: receivedAt } })).toBe(
      'self-contained access token for 120 s',
    )
    expect(metBy({ tokenResponse })).toBe('self-contained access token')
    expect(metBy({ tokenResponse, accessToken: { iat: receivedAt, exp: undefined } })).toBe(
      'self-contained access token',
    )
  })

  test('not applicable: a login without tokens', () => {
    expect(rule.notApplicable?.(sampleLogin({ token: { status: 400 } }))).toBe(
      'there is no successful token response: KRR-OP-005',
    )
  })
})
