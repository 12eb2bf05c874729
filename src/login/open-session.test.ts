import { describe, expect, test } from 'vitest'
import { environmentAt, openTestSender, pids } from '../oidc/op.fixture.ts'
import { learnConfigured } from './learn-configured.ts'
import { openSession } from './open-session.ts'
import { settings, withSession } from './session.fixture.ts'

describe('openSession', () => {
  test('an operator whom nobody sees and who can paste nowhere is refused, and nothing is sent', () => {
    const sender = openTestSender()
    expect(() =>
      openSession({
        userAgent: 'krr-conformance tests',
        environment: environmentAt('http://localhost:1', { login: 'operator' }),
        settings: { ...settings, browserWs: 'ws://localhost:1/' },
        send: sender.send,
        pids,
        onSecret: () => {},
      }),
    ).toThrow(/^KRR_MINE_LOGIN=operator needs a person at hand/)
    expect(sender.exchanges).toEqual([])
  })

  test('discovery begins at once and is made once', () =>
    withSession({}, async ({ session, asked }) => {
      await Promise.all([session.provider(), session.provider(), session.tokens('MAIN', [])])
      expect(asked.filter((path) => path.endsWith('openid-configuration'))).toHaveLength(1)
      expect(asked.filter((path) => path === '/jwks.json')).toHaveLength(1)
    }))

  test('an issuer that does not answer is no evidence, for every caller', () =>
    withSession({ environment: { issuer: 'http://localhost:1' } }, async ({ session }) => {
      for (const asked of [
        session.provider(),
        session.login('MAIN', []),
        session.tokens('MAIN', []),
      ])
        await expect(asked).rejects.toMatchObject({ code: 'EVIDENCE_UNAVAILABLE' })
    }))
})

test('what the configuration holds of secrets is known from the start', () => {
  const known: string[] = []
  learnConfigured({
    environment: {
      clientAuthentication: { method: 'private_key_jwt', jwk: { kty: 'RSA', d: 'the-exponent' } },
      minid: { password: 'the-password', oneTimeCode: '12345' },
    },
    settings: {
      httpsProxy: 'http://me:p%40ss@proxy.example',
      browserWs: 'wss://browser.example/?token=the-token',
    },
    pids,
    onSecret: (kind, value) => known.push(`${kind}: ${value}`),
  })
  expect(known).toEqual([
    `pid: ${pids.MAIN}`,
    `pid: ${pids.RESERVED}`,
    'private key: the-exponent',
    'password: the-password',
    'one-time code: 12345',
    'credentials: me',
    'credentials: p@ss',
    'credentials: the-token',
  ])
})
