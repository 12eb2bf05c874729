import { describe, expect, test } from 'vitest'
import { krrScopes } from '../evidence/person-reading.ts'
import type { OpRequest } from '../reference/op/start.ts'
import { type TestSessionOptions, withSession } from './session.fixture.ts'
import type { Session } from './session.ts'

/** Everything that a run and its restoring ask a session for, twice. */
const askForEverything = async (session: Session): Promise<readonly string[]> => {
  const asked = (): readonly Promise<unknown>[] => [
    session.login('MAIN', []),
    session.login('MAIN', ['krr:user/kontaktinformasjon.read']),
    session.tokens('MAIN', krrScopes),
    session.ownTokens('MAIN', krrScopes),
    session.tokensToExpire(),
    session.misuseCode('replayed'),
  ]
  const first = await Promise.allSettled(asked())
  const second = await Promise.allSettled(asked())
  return [...first, ...second].map(({ status }) => status)
}

describe('what ID-porten refused is never tried twice', () => {
  const wrong: readonly (readonly [string, TestSessionOptions, (request: OpRequest) => boolean])[] =
    [
      [
        'a MinID password',
        { environment: { login: 'minid', minid: { password: 'wrong', oneTimeCode: '12345' } } },
        ({ method, path }) => method === 'POST' && path === '/authorize/minid',
      ],
      [
        'a MinID one-time code',
        { environment: { login: 'minid', minid: { password: 'password01', oneTimeCode: '99' } } },
        ({ method, path }) => method === 'POST' && path === '/authorize/minid/otc',
      ],
      [
        'a TestID number',
        { environment: { login: 'testid' }, session: { pids: { MAIN: '12345678901' } } },
        ({ method, path }) => method === 'POST' && path === '/authorize/testid1',
      ],
      [
        'a number in a login_hint',
        { environment: { login: 'headless' }, session: { pids: { MAIN: '12345678901' } } },
        ({ path }) => path === '/authorize',
      ],
    ]

  test.each(wrong)('%s, counted at the server', async (_, options, isTry) => {
    const requests: OpRequest[] = []
    const op = { onRequest: (request: OpRequest) => void requests.push(request) }
    await withSession({ ...options, op }, async ({ session }) => {
      const outcomes = await askForEverything(session)
      expect(new Set(outcomes)).toEqual(new Set(['rejected']))
      expect(requests.filter(isTry)).toHaveLength(1)
    })
  })
})
