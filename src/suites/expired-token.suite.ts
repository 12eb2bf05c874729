import { expiredTokensAreRefused } from '../rules/auth/004-expired-tokens-are-refused.ts'
import { useWhenExpired } from './credentials/expired-token.ts'
import { judgeFalseCredentials } from './credentials/judge-false-credentials.ts'
import { once } from './once.ts'
import { judgeRefusal, refusalOf } from './refusals.ts'
import { suite } from './suite.ts'

const factor = 'an expired token'

// When all else is judged, for the token may have to be waited for.
suite('a token that has expired', ({ world, at }) => {
  at(`GET, ${factor}`, (conforms) => {
    const refusal = once(() =>
      useWhenExpired(world, (authorization) =>
        refusalOf(world, factor, () =>
          world.api.getPerson({
            label: `GET person, ${factor}`,
            authorization,
            accept: 'application/json',
          }),
        ),
      ),
    )

    conforms(expiredTokensAreRefused, refusal)
    judgeFalseCredentials(conforms, refusal)
    judgeRefusal(conforms, refusal)
  })
})
