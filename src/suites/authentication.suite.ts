import type { Refusal } from '../evidence/refusal.ts'
import { noCredentialsAreRefused } from '../rules/auth/001-no-credentials-are-refused.ts'
import { a401CarriesABearerChallenge } from '../rules/auth/002-a-401-carries-a-bearer-challenge.ts'
import { whatIsNoTokenIsRefused } from '../rules/auth/003-what-is-no-token-is-refused.ts'
import { alteredClaimsAreRefused } from '../rules/auth/005-altered-claims-are-refused.ts'
import type { Rule } from '../rules/rule.ts'
import { alteredToken, noToken } from './forged-tokens.ts'
import { once } from './once.ts'
import { judgeRefusal, refusalOf } from './refusals.ts'
import { suite } from './suite.ts'

suite('who is let in', ({ world, at }) => {
  const refused = (
    factor: string,
    rule: Rule<Refusal>,
    authorization: () => Promise<string | undefined>,
  ) => {
    at(`GET, ${factor}`, (conforms) => {
      const refusal = once(async () => {
        const credentials = await authorization()
        return refusalOf(world, factor, () =>
          world.api.getPerson({
            label: `GET person, ${factor}`,
            authorization: credentials,
            accept: 'application/json',
          }),
        )
      })

      conforms(rule, refusal)
      conforms(
        a401CarriesABearerChallenge,
        once(async () => (await refusal()).exchange),
      )
      judgeRefusal(conforms, refusal)
    })
  }

  refused('no Authorization', noCredentialsAreRefused, async () => undefined)
  refused('a token that is none', whatIsNoTokenIsRefused, async () => noToken)
  refused('altered claims', alteredClaimsAreRefused, () => alteredToken(world))
})
