import { expect, test } from 'vitest'
import type { Environment } from '../config/environment.ts'
import { environmentAt } from '../oidc/op.fixture.ts'
import { requireSecondPersona, secondPersona } from './uninvolved-person.ts'
import type { World } from './world.ts'

const worldOf = (personas: Environment['personas']): Pick<World, 'target'> => {
  const environment = environmentAt('http://localhost:1', { personas })
  return { target: { environment } as World['target'] }
}

test('the one who has most to be mixed up is the second test user', () => {
  const personas = { RESERVED: '28876895937', MOBILE_ONLY: '01810199999' }
  expect(secondPersona(worldOf(personas))).toBe('MOBILE_ONLY')
})

test.each([{}, { DELETED: '28876895937', UNREGISTERED: '01810199999' }])(
  'without one it does not apply, and the key to set is named: %j',
  (personas) => {
    expect(() => requireSecondPersona(worldOf(personas))).toThrow(
      expect.objectContaining({
        code: 'EVIDENCE_UNAVAILABLE',
        verdict: 'not-applicable',
        message: expect.stringContaining('KRR_MINE_PID_NO_MAILBOX is not set'),
      }),
    )
  },
)
