import { allScopes } from '../krr/scope-combinations.ts'
import { noCredentialsAreRefused } from '../rules/auth/001-no-credentials-are-refused.ts'
import { theSchemeIsCaseInsensitive } from '../rules/auth/012-the-scheme-is-case-insensitive.ts'
import { falseCredentials } from './credentials/false-credentials.ts'
import { judgeFalseCredentials } from './credentials/judge-false-credentials.ts'
import { bearerInOtherCase, otherCase } from './credentials/other-case.ts'
import { once } from './once.ts'
import { anonymousJws, askOtherwise } from './other-askings.ts'
import { tokensFor } from './readings.ts'
import { judgeRefusal, refusalOf } from './refusals.ts'
import { suite } from './suite.ts'

suite('who is let in', ({ world, at }) => {
  for (const { factor, rule, authorization, representation } of falseCredentials) {
    at(`GET, ${factor}`, (conforms) => {
      const refusal = once(async () => {
        const credentials = await authorization(world)
        const ask = () =>
          world.api.getPerson({
            label: `GET person, ${factor}`,
            authorization: credentials,
            accept: representation ?? 'application/json',
          })
        return refusalOf(world, factor, ask, representation)
      })

      conforms(rule, refusal)
      judgeFalseCredentials(conforms, refusal)
      judgeRefusal(conforms, refusal)
    })
  }

  at('GET, no Authorization, application/jose', (conforms) => {
    const refusal = once(() =>
      refusalOf(
        world,
        'no Authorization',
        () => askOtherwise(world, anonymousJws),
        'application/jose',
      ),
    )

    conforms(noCredentialsAreRefused, refusal)
    judgeFalseCredentials(conforms, refusal)
    judgeRefusal(conforms, refusal)
  })

  at(`GET, the scheme as "${otherCase}"`, (conforms) => {
    const answered = once(async () => {
      const { accessToken } = await tokensFor(world, allScopes)
      return refusalOf(world, `the scheme as "${otherCase}"`, () =>
        world.api.getPerson({
          label: `GET person, the scheme as "${otherCase}"`,
          authorization: bearerInOtherCase(accessToken),
          accept: 'application/json',
        }),
      )
    })

    conforms(theSchemeIsCaseInsensitive, answered)
  })
})
