import type { Refusal, RefusedWrite } from '../evidence/refusal.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { expiredTokensAreRefused } from '../rules/auth/004-expired-tokens-are-refused.ts'
import { queryTokensAreAcceptedOrNot } from '../rules/auth/011-query-tokens-are-accepted-or-not.ts'
import { revokedTokensAreRefusedOrNot } from '../rules/auth/015-revoked-tokens-are-refused-or-not.ts'
import { withAnswer } from './attempts.ts'
import { createChain } from './chain.ts'
import { endToken, useWhenExpired } from './credentials/ended-token.ts'
import { judgeFalseCredentials } from './credentials/false-credentials.ts'
import { once } from './once.ts'
import { judgeRefusal, refusalOf } from './refusals.ts'
import { openRegister } from './register.ts'
import { languageDocument } from './register-access.ts'
import { lastSuite } from './suite.ts'

// When all else is over: a token may have to be waited for, and a revocation may end more than its own grant.
lastSuite('tokens that were good once', ({ world, at }) => {
  const ends = createChain(world.over)

  const expired = (
    method: 'GET' | 'PATCH',
    use: (factor: string, authorization: string) => Promise<Refusal | RefusedWrite>,
  ) => {
    const factor = 'an expired token'
    at(`${method}, ${factor}`, (conforms) => {
      const refusal = ends.step(() =>
        useWhenExpired(world, (authorization) => use(factor, authorization)),
      )

      conforms(expiredTokensAreRefused, refusal)
      judgeFalseCredentials(conforms, refusal)
      judgeRefusal(conforms, refusal)
    })
  }

  expired('GET', (factor, authorization) =>
    refusalOf(world, factor, () =>
      world.api.getPerson({
        label: `GET person, ${factor}`,
        authorization,
        accept: 'application/json',
      }),
    ),
  )

  expired('PATCH', async (factor, authorization) => {
    // Each time from the start: what was found is put back, and the journal is gone by then.
    const register = openRegister(world)
    const [taken] = await register.attempt([
      { factor, document: languageDocument('en'), authorization },
    ])
    await register.restore()
    if (taken?.status === 'fulfilled') return withAnswer(taken.value)
    throw taken?.reason
  })

  const ended = ends.step(() => endToken(world))

  at('GET, a token in the query string', (conforms) => {
    const answered = once(async () => {
      const { inQuery } = await ended()
      if (inQuery !== undefined) return inQuery
      throw new EvidenceUnavailableError('intrusive: never sent to production', {
        verdict: 'not-exercised',
      })
    })

    conforms(queryTokensAreAcceptedOrNot, answered)
    judgeRefusal(conforms, answered)
  })

  at('PATCH, a token in the query string', (conforms) => {
    const answered = once(async () => (await ended()).byPatch.inQuery())

    conforms(queryTokensAreAcceptedOrNot, answered)
    judgeRefusal(conforms, answered)
  })

  at('PATCH, a revoked token', (conforms) => {
    const answered = once(async () => (await ended()).byPatch.revoked())

    conforms(revokedTokensAreRefusedOrNot, answered)
    judgeFalseCredentials(conforms, answered)
    judgeRefusal(conforms, answered)
  })

  at('GET, a revoked token', (conforms) => {
    const answered = once(async () => (await ended()).revoked)

    conforms(revokedTokensAreRefusedOrNot, answered)
    judgeFalseCredentials(conforms, answered)
    judgeRefusal(conforms, answered)
  })
})
