import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { queryTokensAreAcceptedOrNot } from '../rules/auth/011-query-tokens-are-accepted-or-not.ts'
import { revokedTokensAreRefusedOrNot } from '../rules/auth/015-revoked-tokens-are-refused-or-not.ts'
import { endToken } from './credentials/ended-token.ts'
import { judgeFalseCredentials } from './credentials/judge-false-credentials.ts'
import { once } from './once.ts'
import { judgeRefusal } from './refusals.ts'
import { suite } from './suite.ts'

// A revocation may end more than the one grant: nothing comes after this.
suite('a token of a login of its own', ({ world, at }) => {
  const ended = once(() => endToken(world))

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

  at('GET, a revoked token', (conforms) => {
    const answered = once(async () => (await ended()).revoked)

    conforms(revokedTokensAreRefusedOrNot, answered)
    judgeFalseCredentials(conforms, answered)
    judgeRefusal(conforms, answered)
  })
})
