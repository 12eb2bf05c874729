import type { Exchange } from '../evidence/exchange.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { noCredentialsAreRefused } from '../rules/auth/001-no-credentials-are-refused.ts'
import { theSchemeIsCaseInsensitive } from '../rules/auth/012-the-scheme-is-case-insensitive.ts'
import { askedTwiceThePersonIsTheSame } from '../rules/body/022-asked-twice-the-person-is-the-same.ts'
import {
  bearerInOtherCase,
  falseCredentials,
  judgeFalseCredentials,
  otherCase,
} from './credentials/false-credentials.ts'
import { allScopes, orAll } from './declared-scopes.ts'
import { all, once } from './once.ts'
import { anonymousJws, askOtherwise } from './other-askings.ts'
import { askAnew, readingOf, tokensFor } from './readings.ts'
import { judgeRefusal, refusalOf } from './refusals.ts'
import { suite } from './suite.ts'
import { keepAsFound, placeOf } from './world.ts'

/** With scopes of its own: where the scheme is known, what comes is a second reading of what these yield. */
const otherScopes = ['krr:user/kontaktinformasjon.read', 'krr:user/spraak.write'] as const

suite('who is let in', ({ world, at }) => {
  const signed = { scopes: allScopes(world), representation: 'application/jose' } as const
  const otherwise = {
    scopes: orAll(world, otherScopes),
    representation: 'application/jose',
  } as const

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
        return refusalOf(world, factor, ask, representation === undefined ? undefined : signed)
      })

      conforms(rule, refusal)
      judgeFalseCredentials(conforms, refusal)
      judgeRefusal(conforms, refusal)
    })
  }

  at('GET, no Authorization, application/jose', (conforms) => {
    const refusal = once(() =>
      refusalOf(world, 'no Authorization', () => askOtherwise(world, anonymousJws), signed),
    )

    conforms(noCredentialsAreRefused, refusal)
    judgeFalseCredentials(conforms, refusal)
    judgeRefusal(conforms, refusal)
  })

  at(`GET, the scheme as "${otherCase}"`, (conforms) => {
    const label = `GET person, ${placeOf(otherwise)}, the scheme as "${otherCase}"`
    const ask = async () => {
      const { accessToken } = await tokensFor(world, otherwise.scopes)
      const authorization = bearerInOtherCase(accessToken)
      return world.api.getPerson({ label, authorization, accept: otherwise.representation })
    }
    const answered = once(() =>
      refusalOf(
        world,
        `the scheme as "${otherCase}"`,
        () => keepAsFound(world, label, ask),
        otherwise,
      ),
    )

    conforms(theSchemeIsCaseInsensitive, answered)
    // Who is let in is the same person a second time.
    const twice = async (second: Exchange, first?: Promise<Exchange>) => {
      if (second.response.status === 200)
        return all({
          first: readingOf(world, otherwise, first),
          second: readingOf(world, otherwise, Promise.resolve(second)),
        })
      throw new EvidenceUnavailableError('not let in: KRR-AUTH-012', { verdict: 'not-applicable' })
    }
    const again = () =>
      world.chain.between(async () => twice(await ask(), askAnew(world, otherwise, ', once more')))

    conforms(
      askedTwiceThePersonIsTheSame,
      once(async () => twice((await answered()).exchange)),
      { again },
    )
  })
})
