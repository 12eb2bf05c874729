import { describe, expect, test } from 'vitest'
import { contentJson } from '../../evidence/exchange.ts'
import { parseJws } from '../../evidence/jws.ts'
import { createMasker } from '../../evidence/masking/masker.ts'
import { pseudonymsWith, randomKey } from '../../evidence/masking/pseudonym.ts'
import { krrScopes } from '../../evidence/person-reading.ts'
import { recordExchange } from '../../evidence/record.ts'
import { environmentAt, openTestSender, pids } from '../../oidc/op.fixture.ts'
import { openSession } from '../open-session.ts'
import { settings, type TestSession, withSession } from '../session.fixture.ts'
import type { KeptLogin } from './kept-logins.ts'
import { maskReading } from './masked-reading.ts'

const two = [krrScopes, krrScopes.slice(0, 1)] as const

/** What `krr login` would keep of two combinations. */
const keep = async ({ session, sender, secrets }: TestSession): Promise<KeptLogin> => {
  const key = randomKey()
  const masker = createMasker(pseudonymsWith(key), false)
  for (const scopes of two) await session.tokens('MAIN', scopes)
  for (const [value, kind] of secrets) masker.vault.learn(kind as never, value)
  const readings = two.map(async (scopes) =>
    maskReading(await session.login('MAIN', scopes), scopes, masker),
  )
  return {
    madeAt: '2026-11-25T09:50:00.000Z',
    pid: undefined,
    grants: await session.heldGrants(),
    readings: await Promise.all(readings),
    exchanges: sender.exchanges.map((exchange) => recordExchange(exchange, masker, 'open')),
    pseudonymKey: Buffer.from(key).toString('base64'),
  }
}

/** A later session with the same provider, which goes on with a login of the first one. */
const goOn = async (
  first: TestSession,
  kept: KeptLogin,
  body: (later: Pick<TestSession, 'session' | 'sender' | 'progress'>) => Promise<void>,
): Promise<void> => {
  const sender = openTestSender()
  const progress: string[] = []
  const session = openSession({
    userAgent: 'krr-conformance tests',
    environment: environmentAt(first.op.issuer),
    settings,
    send: sender.send,
    pids,
    onSecret: () => {},
    onProgress: (line) => progress.push(line),
    kept,
  })
  try {
    await body({ session, sender, progress })
  } finally {
    await session.close()
    await sender.close()
  }
}

const jtiOf = (jwt: string): string =>
  JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()).jti

describe('a session with a login that was kept', () => {
  test('has each combination by a refresh of its own grant, and the others by narrowing', () =>
    withSession({}, async (first) => {
      const kept = await keep(first)
      expect(kept.grants).toHaveLength(2)
      await goOn(first, kept, async ({ session, sender }) => {
        const all = [krrScopes, krrScopes.slice(0, 1), krrScopes.slice(1), []]
        const tokens = await Promise.all(all.map((scopes) => session.tokens('MAIN', scopes)))
        expect(tokens.map(({ granted }) => granted)).toEqual(all)
        expect(sender.exchanges.filter(({ label }) => label.startsWith('authorization'))).toEqual(
          [],
        )
        expect(session.formLogins).toBe(0)
      })
    }))

  test('has the evidence of it, in which equal secrets are equal pseudonyms', () =>
    withSession({}, async (first) => {
      const kept = await keep(first)
      const text = JSON.stringify({ ...kept, grants: [] })
      for (const secret of first.secrets.keys()) expect(text).not.toContain(secret)
      await goOn(first, kept, async ({ session }) => {
        const reading = await session.login('MAIN', krrScopes)
        expect(reading.madeAt).toBe(kept.madeAt)
        expect(reading.expectedPid).toMatch(/^\[pid as digits, 11 characters, #/)
        const callback = Object.fromEntries(reading.callback)
        expect(callback['state']).toMatch(/^\[state, \d+ characters, #/)
        expect([callback['state'], callback['iss']]).toEqual([
          reading.request.state,
          first.op.issuer,
        ])
        expect(reading.token.response.status).toBe(200)
        const { access_token, id_token } = contentJson(reading.token.response) as Record<
          string,
          string
        >
        for (const token of [access_token, id_token]) {
          const { signature, payload } = parseJws(token ?? '') ?? { signature: [1], payload: [] }
          expect(signature).toHaveLength(0)
          expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({
            iss: first.op.issuer,
            pid: reading.expectedPid,
            acr: 'idporten-loa-substantial',
            exp: expect.any(Number),
          })
        }
        await expect(session.login('MAIN', [])).rejects.toMatchObject({ verdict: 'not-exercised' })
      })
    }))

  test('logs in anew, and says so once, where its tokens are not taken any more', () =>
    withSession({}, async (first) => {
      const kept = await keep(first)
      for (const { refreshToken } of kept.grants) await first.session.revoke(refreshToken)
      await goOn(first, kept, async ({ session, progress }) => {
        const tokens = await Promise.all(two.map((scopes) => session.tokens('MAIN', scopes)))
        expect(tokens.map(({ granted }) => granted)).toEqual(two)
        expect((await session.login('MAIN', krrScopes)).madeAt).toBeUndefined()
        expect(progress).toEqual([
          'the login kept since 2026-11-25T09:50:00.000Z is not accepted any more: logging in again',
        ])
      })
    }))

  test('revokes all of it at its end, used or not', () =>
    withSession({}, async (first) => {
      const [used, unused] = await Promise.all(
        two.map((scopes) => first.session.tokens('MAIN', scopes)),
      )
      await goOn(first, await keep(first), async ({ session }) => {
        const { accessToken } = await session.tokens('MAIN', krrScopes)
        await session.relinquish()
        for (const token of [accessToken, used?.accessToken, unused?.accessToken])
          expect(first.op.isRevoked(jtiOf(token ?? ''))).toBe(true)
      })
    }))

  test('of an operator knows who it is, with nobody there', () =>
    withSession({}, async (first) => {
      const kept = { ...(await keep(first)), pid: pids.MAIN }
      const sender = openTestSender()
      const session = openSession({
        userAgent: 'krr-conformance tests',
        environment: environmentAt(first.op.issuer, { login: 'operator', pid: undefined }),
        settings: { ...settings, browserWs: 'ws://localhost:1/' },
        send: sender.send,
        pids: {},
        onSecret: () => {},
        kept,
      })
      expect(session.mainPid).toBe(pids.MAIN)
      expect(await session.tokens('MAIN', krrScopes)).toMatchObject({ pid: pids.MAIN })
      expect((await session.login('MAIN', krrScopes)).expectedPid).toBeUndefined()
      await expect(session.ownTokens('MAIN', krrScopes)).rejects.toMatchObject({
        verdict: 'not-exercised',
      })
      await expect(session.tokens('DELETED', [])).rejects.toMatchObject({
        verdict: 'not-applicable',
      })
      await session.close()
      await sender.close()
    }))
})
