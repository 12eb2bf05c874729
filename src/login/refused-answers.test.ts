import { describe, expect, test } from 'vitest'
import type { KrrScope } from '../evidence/person-reading.ts'
import { pids } from '../oidc/op.fixture.ts'
import type { Injections } from '../reference/seams.ts'
import { withSession } from './session.fixture.ts'

const contact: readonly KrrScope[] = ['krr:user/kontaktinformasjon.read']

const replaced = (name: string, value: string) =>
  ((parameters) =>
    parameters.map((pair) =>
      pair[0] === name ? ([name, value] as const) : pair,
    )) satisfies Injections['authorizationResponse']

const faults: readonly (readonly [string, Injections, RegExp])[] = [
  [
    'another "state"',
    { authorizationResponse: replaced('state', 'another') },
    /unexpected "state" response parameter value \(OAUTH_INVALID_RESPONSE\)/,
  ],
  [
    'another "iss"',
    { authorizationResponse: replaced('iss', 'https://issuer.example') },
    /unexpected "iss" \(issuer\) response parameter value/,
  ],
  [
    'no "iss"',
    { authorizationResponse: (parameters) => parameters.filter(([name]) => name !== 'iss') },
    /response parameter "iss" \(issuer\) missing/,
  ],
  [
    'an ID token of another issuer',
    { idTokenClaims: (claims) => ({ ...claims, iss: 'https://issuer.example' }) },
    /unexpected JWT "iss" \(issuer\) claim value \(OAUTH_JWT_CLAIM_COMPARISON_FAILED\)/,
  ],
  [
    'an ID token with another nonce',
    { idTokenClaims: (claims) => ({ ...claims, nonce: 'another' }) },
    /"nonce"/,
  ],
  [
    'an ID token that has expired',
    { idTokenClaims: (claims) => ({ ...claims, exp: 1_600_000_000, iat: 1_599_999_000 }) },
    /"exp"/,
  ],
  [
    'an ID token whose signature does not verify',
    { idTokenCompact: (compact) => `${compact.slice(0, -8)}AAAAAAAA` },
    /signature/,
  ],
  [
    'an ID token of another person',
    { idTokenClaims: (claims) => ({ ...claims, pid: pids.RESERVED }) },
    /the ID token's "pid" is not the test user's/,
  ],
]

describe('an answer that must be refused', () => {
  test.each(faults)('%s is evidence, but its tokens are not used', (_, injections, refusal) =>
    withSession({ injections }, async ({ session, secrets }) => {
      const reading = await session.login('MAIN', contact)
      expect(reading.token.response.status).toBe(200)
      const failure = await session.tokens('MAIN', contact).then(
        () => undefined,
        (error: Error) => error,
      )
      expect(failure).toMatchObject({ code: 'EVIDENCE_UNAVAILABLE', verdict: 'inconclusive' })
      expect(failure?.message).toMatch(refusal)
      const shown = `${failure?.message} ${String(failure?.cause)}`
      const revealed = [...secrets.keys()].filter(
        (value) => value.length > 5 && shown.includes(value),
      )
      expect(revealed).toEqual([])
    }),
  )

  test('a token response that is an error is evidence', () =>
    withSession(
      {
        injections: {
          tokenResponse: () => ({
            status: 400,
            fields: [['content-type', 'application/json']],
            body: { error: 'invalid_request' },
          }),
        },
      },
      async ({ session }) => {
        expect((await session.login('MAIN', contact)).token.response.status).toBe(400)
        await expect(session.tokens('MAIN', contact)).rejects.toThrow(
          'error response, status 400, invalid_request',
        )
      },
    ))

  test('a client that is not accepted is no evidence: its keys are named, and it is tried once', () =>
    withSession(
      {
        environment: {
          clientAuthentication: { method: 'client_secret', secret: 'another-secret' },
        },
      },
      async ({ session, asked }) => {
        await expect(session.login('MAIN', contact)).rejects.toMatchObject({
          message:
            'login of MAIN: ID-porten does not accept the client (invalid_client): KRR_MINE_CLIENT_ID or KRR_MINE_CLIENT_SECRET is not as registered',
          verdict: 'inconclusive',
        })
        expect(asked.filter((path) => path === '/token')).toHaveLength(1)
      },
    ))

  test('an authorization response that is an error is no evidence, and its code is named', () =>
    withSession(
      {
        injections: {
          authorizationResponse: () => [['error', 'access_denied']],
        },
      },
      async ({ session }) => {
        await expect(session.login('MAIN', contact)).rejects.toThrow(
          'the authorization response is the error access_denied',
        )
      },
    ))
})
