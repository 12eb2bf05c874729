import type { Exchange } from '../evidence/exchange.ts'
import { type KrrScope, type Representation, representations } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { personCombinations, scopeCombinations } from '../krr/person-api.ts'
import { askedTwiceThePersonIsTheSame } from '../rules/body/022-asked-twice-the-person-is-the-same.ts'
import { jsonWhenAskedForJson } from '../rules/neg/001-json-when-asked-for-json.ts'
import { jwsWhenAskedForJose } from '../rules/neg/002-jws-when-asked-for-jose.ts'
import { qualityValuesAreRespected } from '../rules/neg/005-quality-values-are-respected.ts'
import { unofferedTypesAre406OrTheDefault } from '../rules/neg/006-unoffered-types-are-406-or-the-default.ts'
import { varyNamesAcceptOnWhatMayBeStored } from '../rules/neg/007-vary-names-accept-on-what-may-be-stored.ts'
import { gzipYieldsTheSamePerson } from '../rules/neg/008-gzip-yields-the-same-person.ts'
import { aJwsIsLabelledApplicationJose } from '../rules/neg/009-a-jws-is-labelled-application-jose.ts'
import { contentRepresentation } from '../rules/neg/representation.ts'
import type { Conforms } from './conforms.ts'
import { allScopes, orAll } from './declared-scopes.ts'
import { judgeDelivery, judgeJws } from './jws-rules.ts'
import { all, type Once, once } from './once.ts'
import { askOtherwise } from './other-askings.ts'
import { type Asking, askAnew, contentOf, getPerson, readingOf } from './readings.ts'
import { judgeRefusal, refusalOf } from './refusals.ts'
import { suite } from './suite.ts'
import { placeOf, shortScopes, type World } from './world.ts'

/**
 * One of a kind in each direction: whichever representation a server prefers by itself, one of them asks for the other.
 * A weight of 0 keeps a representation out that the wildcard beside it would let in. Each with scopes of its own: what
 * comes is at the same time a second reading of what these yield.
 */
const preferences = [
  {
    preferred: 'application/jose',
    // As numbers: whoever compares what stands behind the point takes 25 for more than 5.
    accept: 'application/json;q=0.25, application/jose;q=0.5',
    scopes: ['krr:user/kontaktinformasjon.read', 'krr:user/digitalpost.read'],
  },
  {
    preferred: 'application/json',
    accept: 'application/json, application/jose;q=0.1',
    scopes: ['krr:user/kontaktinformasjon.read', 'krr:user/spraak.write'],
  },
  {
    preferred: 'application/jose',
    accept: 'application/json;q=0, */*',
    scopes: ['krr:user/digitalpost.read', 'krr:user/spraak.write'],
  },
  {
    preferred: 'application/json',
    accept: 'application/jose;q=0, */*',
    scopes: ['krr:user/kontaktinformasjon.read', 'krr:user/digitalpost.read'],
  },
] as const

suite('content negotiation', ({ world, at }) => {
  for (const { preferred, accept, scopes: wanted } of preferences) {
    const scopes = orAll(world, wanted)
    at(`${shortScopes(scopes)}, Accept: ${accept}`, (conforms) => {
      const asking = { scopes, representation: preferred }
      const ask = (note = '') =>
        askOtherwise(world, { scopes, note: `, Accept: ${accept}${note}`, accept })
      const preference = once(async () => {
        const [exchange] = await Promise.all([ask(), requireBoth(world, scopes)])
        return { preferred, exchange }
      })
      const came = once(async () => {
        const exchange = await ask()
        requirePreferred(exchange, preferred)
        return exchange
      })
      const twice = async (answered: Exchange, note?: string) => {
        requirePreferred(answered, preferred)
        const anew = note === undefined ? undefined : askAnew(world, asking, note)
        return all({
          first: readingOf(world, asking, anew),
          second: readingOf(world, asking, Promise.resolve(answered)),
        })
      }
      const again = () =>
        world.chain.between(async () => twice(await ask(', once more'), ', a third time'))

      conforms(qualityValuesAreRespected, preference)
      conforms(
        askedTwiceThePersonIsTheSame,
        once(async () => twice(await ask())),
        { again },
      )
      judgeRepresentation(conforms, world, asking, came)
    })
  }

  at('Accept: image/png', (conforms) => {
    const refusal = once(() =>
      refusalOf(world, 'Accept: image/png', () =>
        askOtherwise(world, { note: ', Accept: image/png', accept: 'image/png' }),
      ),
    )

    conforms(
      unofferedTypesAre406OrTheDefault,
      once(async () => (await refusal()).exchange),
    )
    judgeRefusal(conforms, refusal)
  })

  for (const representation of representations) {
    at(`Accept-Encoding: gzip, ${representation}`, (conforms) => {
      const asking = { scopes: allScopes(world), representation }
      const askCoded = (note = '') =>
        askOtherwise(world, {
          note: `, ${representation}, Accept-Encoding: gzip${note}`,
          accept: representation,
          fields: [['Accept-Encoding', 'gzip']],
        })
      // Each asked for now: what was read before may be from before a change.
      const again = () =>
        world.chain.between(() =>
          all({
            plain: readingOf(world, asking, askAnew(world, asking, ', once more')),
            coded: askCoded(', once more'),
          }),
        )

      conforms(
        gzipYieldsTheSamePerson,
        once(() => all({ plain: readingOf(world, asking), coded: askCoded() })),
        { again },
      )
      judgeRepresentation(
        conforms,
        world,
        asking,
        once(() => askCoded()),
      )
    })
  }

  for (const representation of representations) {
    for (const scopes of scopeCombinations) {
      const asking = { scopes, representation }
      at(placeOf(asking), (conforms) => {
        const exchange = once(() => getPerson(world, asking))

        conforms(varyNamesAcceptOnWhatMayBeStored, exchange)
        if (representation === 'application/jose' && personCombinations.includes(scopes))
          conforms(aJwsIsLabelledApplicationJose, exchange)
      })
    }
  }
})

/** Declares the rules of a representation that was asked for in another way than usual. */
const judgeRepresentation = (
  conforms: Conforms,
  world: World,
  asking: Asking,
  answered: Once<Exchange>,
): void => {
  judgeDelivery(conforms, answered)
  if (asking.representation === 'application/json') {
    conforms(jsonWhenAskedForJson, answered)
    return
  }
  conforms(jwsWhenAskedForJose, answered)
  judgeJws(conforms, world, asking, answered)
}

/** Which is preferred matters only where each can be had when it is asked for alone. */
const requireBoth = async (world: World, scopes: readonly KrrScope[]): Promise<void> => {
  await Promise.all(
    representations.map((representation) => contentOf(world, { scopes, representation })),
  )
}

/** Whether it should have come is KRR-NEG-005's. */
const requirePreferred = ({ response }: Exchange, preferred: Representation): void => {
  if (response.status !== 200 || contentRepresentation(response) !== preferred) {
    throw new EvidenceUnavailableError(`${preferred} was preferred, and did not come`, {
      verdict: 'not-applicable',
    })
  }
}
