import { allScopes } from '../krr/scope-combinations.ts'
import { theSchemeIsCaseInsensitive } from '../rules/auth/012-the-scheme-is-case-insensitive.ts'
import { falseCredentials } from './credentials/false-credentials.ts'
import { judgeFalseCredentials } from './credentials/judge-false-credentials.ts'
import { bearerInOtherCase, otherCase } from './credentials/other-case.ts'
import { once } from './once.ts'
import { tokensFor } from './readings.ts'
import { judgeRefusal, refusalOf } from './refusals.ts'
import { suite } from './suite.ts'

suite('who is let in', ({ world, at }) => {
  for (const { factor, rule, authorization } of falseCredentials) {
    at(`GET, ${factor}`, (conforms) => {
      const refusal = once(async () => {
        const credentials = await authorization(world)
        return refusalOf(world, factor, () =>
          world.api.getPerson({
            label: `GET person, ${factor}`,
            authorization: credentials,
            accept: 'application/json',
          }),
        )
      })

      conforms(rule, refusal)
      judgeFalseCredentials(conforms, refusal)
      judgeRefusal(conforms, refusal)
    })
  }

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
