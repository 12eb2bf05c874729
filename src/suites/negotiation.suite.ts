import type { Exchange } from '../evidence/exchange.ts'
import { parseJws } from '../evidence/jws.ts'
import { contentText } from '../evidence/message.ts'
import { representations } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { allScopes, personCombinations, scopeCombinations } from '../krr/scope-combinations.ts'
import { askedTwiceThePersonIsTheSame } from '../rules/body/022-asked-twice-the-person-is-the-same.ts'
import { qualityValuesAreRespected } from '../rules/neg/005-quality-values-are-respected.ts'
import { unofferedTypesAre406OrTheDefault } from '../rules/neg/006-unoffered-types-are-406-or-the-default.ts'
import { varyNamesAcceptOnWhatMayBeStored } from '../rules/neg/007-vary-names-accept-on-what-may-be-stored.ts'
import { gzipYieldsTheSamePerson } from '../rules/neg/008-gzip-yields-the-same-person.ts'
import { aJwsIsLabelledApplicationJose } from '../rules/neg/009-a-jws-is-labelled-application-jose.ts'
import { all } from './all.ts'
import { once } from './once.ts'
import { askOtherwise } from './other-askings.ts'
import { placeOf } from './places.ts'
import { askAnew, contentOf, getPerson, readingOf } from './readings.ts'
import { judgeRefusal, refusalOf } from './refusals.ts'
import { suite } from './suite.ts'
import type { World } from './world.ts'

const json = { scopes: allScopes, representation: 'application/json' } as const
const jose = { scopes: allScopes, representation: 'application/jose' } as const

/**
 * One of a kind in each direction: whichever representation a server prefers by itself, one of them asks for the other.
 * A weight of 0 keeps a representation out that the wildcard beside it would let in.
 */
const preferences = [
  { preferred: 'application/jose', accept: 'application/json;q=0.1, application/jose' },
  { preferred: 'application/json', accept: 'application/json, application/jose;q=0.1' },
  { preferred: 'application/jose', accept: 'application/json;q=0, */*' },
  { preferred: 'application/json', accept: 'application/jose;q=0, */*' },
] as const

suite('content negotiation', ({ world, at }) => {
  const preferring = (accept: string) =>
    askOtherwise(world, { note: `, Accept: ${accept}`, accept })
  const preferringAgain = (accept: string) =>
    askOtherwise(world, { note: `, Accept: ${accept}, once more`, accept })

  for (const { preferred, accept } of preferences) {
    at(`Accept: ${accept}`, (conforms) => {
      const preference = once(async () => {
        const [exchange] = await Promise.all([preferring(accept), requireBoth(world)])
        return { preferred, exchange }
      })

      conforms(qualityValuesAreRespected, preference)
    })
  }

  // The signed answer that is preferred above is the same person's a second time.
  at('all scopes, application/jose, asked twice', (conforms) => {
    const [{ accept }] = preferences
    const twice = once(async () => {
      const second = await preferring(accept)
      requireJws(second)
      return all({
        first: readingOf(world, jose),
        second: readingOf(world, jose, Promise.resolve(second)),
      })
    })
    const again = () =>
      world.chain.between(() =>
        all({
          first: readingOf(world, jose, askAnew(world, jose, ', a third time')),
          second: readingOf(world, jose, preferringAgain(accept)),
        }),
      )

    conforms(askedTwiceThePersonIsTheSame, twice, { again })
  })

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

  at('Accept-Encoding: gzip', (conforms) => {
    const ask = (note = '') =>
      all({
        plain: readingOf(world, json, getPerson(world, json, note)),
        coded: askOtherwise(world, {
          note: `, Accept-Encoding: gzip${note}`,
          fields: [['Accept-Encoding', 'gzip']],
        }),
      })

    conforms(
      gzipYieldsTheSamePerson,
      once(() => ask()),
      { again: () => world.chain.between(() => ask(', once more')) },
    )
  })

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

/** Which is preferred matters only where each can be had when it is asked for alone. */
const requireBoth = async (world: World): Promise<void> => {
  await Promise.all([contentOf(world, json), contentOf(world, jose)])
}

/** Whether it should have been one is KRR-NEG-005's. */
const requireJws = ({ response }: Exchange): void => {
  if (response.status !== 200 || parseJws(contentText(response)) === undefined) {
    throw new EvidenceUnavailableError('application/jose was preferred, and did not come', {
      verdict: 'not-applicable',
    })
  }
}
