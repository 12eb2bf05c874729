import { describe, expect, test } from 'vitest'
import { krrScopes } from '../../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import { pids } from '../../oidc/op.fixture.ts'
import { settings, type TestSessionOptions, withSession } from '../session.fixture.ts'
import { type Pastes, playPerson, sentTo } from './person.fixture.ts'

const combinations = Array.from({ length: 8 }, (_, bits) =>
  krrScopes.filter((_scope, at) => (bits >> at) % 2 === 1),
)

/** Nobody sees a remote browser, so that the person pastes wherever the tests run. */
const remote = { ...settings, browserWs: 'ws://localhost:1/' }

const pasting = (pastes: Pastes, further: Pick<TestSessionOptions, 'injections'> = {}) => {
  const person = playPerson(pastes)
  return {
    person,
    options: {
      ...further,
      environment: { login: 'operator', pid: undefined },
      session: { settings: remote, pids: {}, operator: person },
    } satisfies TestSessionOptions,
  }
}

describe('an operator who pastes the address', () => {
  test('does it once: the other combinations come by narrowing the grant', async () => {
    const { person, options } = pasting(async (address) => [await sentTo(address, pids.MAIN)])
    await withSession(options, async ({ session, asked, secrets, screenshots }) => {
      const tokens = await Promise.all(combinations.map((scopes) => session.tokens('MAIN', scopes)))
      expect(tokens.map(({ granted }) => granted)).toEqual(combinations)
      expect(new Set(tokens.map(({ accessToken }) => accessToken)).size).toBe(8)
      expect([session.formLogins, session.mainPid]).toEqual([1, pids.MAIN])
      expect(asked.filter((path) => path === '/token')).toHaveLength(8)
      expect(screenshots).toEqual([])
      // What was pasted is a secret from then on, and told nowhere.
      const code = [...secrets].find(([, kind]) => kind === 'code')?.[0]
      expect(code).toMatch(/./)
      expect(person.told.join('\n')).not.toContain(code)
    })
  })

  test('is asked again where the register must be put back, and for nothing else', async () => {
    const { person, options } = pasting(async (address) => [await sentTo(address, pids.MAIN)])
    await withSession(options, async ({ session }) => {
      const { accessToken } = await session.tokens('MAIN', krrScopes)
      await expect(session.ownTokens('MAIN', krrScopes)).rejects.toMatchObject({
        verdict: 'not-exercised',
      })
      expect(session.formLogins).toBe(1)
      const anew = await session.tokensAnew('MAIN', krrScopes)
      expect([anew.pid, anew.granted]).toEqual([pids.MAIN, krrScopes])
      expect(anew.accessToken).not.toBe(accessToken)
      expect(session.formLogins).toBe(2)
      expect(person.told.join('\n')).toContain('address 2 of 8')
    })
  })

  test('brings evidence of the one request that there was', async () => {
    const { options } = pasting(async (address) => [await sentTo(address, pids.MAIN)])
    await withSession(options, async ({ session }) => {
      const reading = await session.login('MAIN', krrScopes)
      expect([reading.expectedPid, reading.madeAt]).toEqual([undefined, undefined])
      await expect(session.login('MAIN', [])).rejects.toMatchObject({ verdict: 'not-exercised' })
    })
  })

  test('is asked for each combination, by count, where scopes are not narrowed', async () => {
    const { person, options } = pasting(async (address) => [await sentTo(address, pids.MAIN)], {
      injections: { grantedScopes: () => ['openid', 'profile', ...krrScopes] },
    })
    await withSession(options, async ({ session }) => {
      await Promise.all(combinations.map((scopes) => session.tokens('MAIN', scopes)))
      expect(session.formLogins).toBe(8)
      expect(person.told.join('\n')).toMatch(/address 2 of 8[\s\S]*address 8 of 8/)
    })
  })

  test('is asked again for what is not it, and hears why', async () => {
    const { person, options } = pasting(async (address) => {
      const whole = await sentTo(address, pids.MAIN)
      return ['?', whole.replace(/state=[^&]+/, 'state=of-another'), whole]
    })
    await withSession(options, async ({ session }) => {
      await session.tokens('MAIN', krrScopes)
      expect(session.formLogins).toBe(1)
      expect(person.told.filter((line) => line.endsWith('Paste it again:'))).toHaveLength(2)
    })
  })

  test('who denies is evidence that there is no code, and is asked once', async () => {
    const { options } = pasting(async (address) => {
      const state = new URL(address).searchParams.get('state')
      return [`http://localhost:3000/callback?error=access_denied&state=${state}`]
    })
    await withSession(options, async ({ session }) => {
      await expect(session.tokens('MAIN', krrScopes)).rejects.toThrow(
        /the error access_denied: the login or the consent was declined$/,
      )
      await expect(session.tokens('MAIN', [])).rejects.toThrow(
        /the error access_denied: the login or the consent was declined$/,
      )
      expect(session.formLogins).toBe(1)
    })
  })

  test('whose input ends is not asked seven times more', async () => {
    const { person, options } = pasting(async () => {
      throw new EvidenceUnavailableError('the input ended')
    })
    await withSession(options, async ({ session }) => {
      const all = await Promise.allSettled(combinations.map((one) => session.tokens('MAIN', one)))
      expect(all.map(({ status }) => status)).toEqual(Array(8).fill('rejected'))
      expect(session.formLogins).toBe(1)
      expect(person.told.at(-1)).toBe('mine: the input ended')
    })
  })

  test('is one person: another who pastes later is refused', async () => {
    const who = [pids.MAIN, pids.RESERVED]
    const { options } = pasting(
      async (address, count) => [await sentTo(address, who[count - 1] ?? '')],
      { injections: { grantedScopes: () => ['openid', 'profile', ...krrScopes] } },
    )
    await withSession(options, async ({ session }) => {
      await session.tokens('MAIN', krrScopes)
      await expect(session.tokens('MAIN', [])).rejects.toThrow(
        /another person logged in than before/,
      )
      expect(session.mainPid).toBe(pids.MAIN)
    })
  })

  test('is nobody else, and is not asked for a login of its own', async () => {
    const { options } = pasting(async (address) => [await sentTo(address, pids.MAIN)])
    await withSession(options, async ({ session }) => {
      await expect(session.tokens('RESERVED', [])).rejects.toMatchObject({
        verdict: 'not-applicable',
      })
      await expect(session.ownTokens('MAIN', [])).rejects.toMatchObject({
        verdict: 'not-exercised',
      })
      await expect(session.misuseCode('replayed')).rejects.toMatchObject({
        verdict: 'not-exercised',
      })
      expect(session.formLogins).toBe(0)
    })
  })

  test('is waited for no longer than the run goes on', async () => {
    const { options } = pasting(() => new Promise(() => {}))
    await withSession(options, async ({ session }) => {
      const tokens = session.tokens('MAIN', krrScopes)
      tokens.catch(() => {})
      await expect.poll(() => session.formLogins).toBe(1)
      session.interrupt()
      await expect(tokens).rejects.toThrow('the run was interrupted')
    })
  })

  test('has every grant revoked at the end', async () => {
    const { options } = pasting(async (address) => [await sentTo(address, pids.MAIN)])
    await withSession(options, async ({ session, op }) => {
      const { accessToken } = await session.tokens('MAIN', krrScopes)
      await session.relinquish()
      expect(op.isRevoked(jtiOf(accessToken))).toBe(true)
    })
  })
})

const jtiOf = (jwt: string): string =>
  JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()).jti
