import { describe, expect, test } from 'vitest'
import { EvidenceUnavailableError, type Send } from '../evidence/transport.ts'
import { openTestSender } from '../oidc/op.fixture.ts'
import { withSession } from './session.fixture.ts'

/** Loses the first so many token requests on their way, as a connection that breaks would. */
const losing = (
  send: Send,
  count: number,
): { readonly send: Send; readonly lost: () => number } => {
  let lost = 0
  return {
    send: async (label, request) => {
      if (!request.url.endsWith('/token') || lost >= count) return send(label, request)
      lost += 1
      throw new EvidenceUnavailableError(`${label}: the connection was reset`)
    },
    lost: () => lost,
  }
}

describe('a token request that gets no answer', () => {
  test('is followed by one more flow, for its code may be spent', async () => {
    const sender = openTestSender()
    const wire = losing(sender.send, 1)
    try {
      await withSession({ session: { send: wire.send } }, async ({ session }) => {
        const reading = await session.login('MAIN', [])
        expect(reading.token.response.status).toBe(200)
        expect(wire.lost()).toBe(1)
        const authorizations = sender.exchanges.filter(({ label }) => label.includes('headless'))
        expect(authorizations).toHaveLength(2)
      })
    } finally {
      await sender.close()
    }
  })

  test('three times in a row is no evidence, with the trouble as it was', async () => {
    const sender = openTestSender()
    const wire = losing(sender.send, 3)
    try {
      await withSession({ session: { send: wire.send } }, async ({ session }) => {
        await expect(session.login('MAIN', [])).rejects.toThrow(/the connection was reset/)
        expect(wire.lost()).toBe(3)
      })
    } finally {
      await sender.close()
    }
  })
})
