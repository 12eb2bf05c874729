import type { Exchange } from '../evidence/exchange.ts'
import { type Representation, representations } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { bearer, combinationsOf, mayRead, personCombinations } from '../krr/person-api.ts'
import { askedTwiceThePersonIsTheSame } from '../rules/body/022-asked-twice-the-person-is-the-same.ts'
import { jsonWhenAskedForJson } from '../rules/neg/001-json-when-asked-for-json.ts'
import { jwsWhenAskedForJose } from '../rules/neg/002-jws-when-asked-for-jose.ts'
import { bothRepresentationsCarryTheSamePerson } from '../rules/neg/003-both-representations-carry-the-same-person.ts'
import { defaultRepresentationIsOneOfTheTwo } from '../rules/neg/004-default-representation-is-one-of-the-two.ts'
import { contentRepresentation } from '../rules/neg/representation.ts'
import { combinationsAgree } from '../rules/scope/006-combinations-agree.ts'
import { writeScopeAloneYieldsBaseMembersOnly } from '../rules/scope/007-write-scope-alone-yields-base-members-only.ts'
import { noKrrScopeDisclosesNoScopedMember } from '../rules/scope/008-no-krr-scope-discloses-no-scoped-member.ts'
import { noKrrScopeIsRefused } from '../rules/scope/012-no-krr-scope-is-refused.ts'
import { theMainTestUserIsAsExpected } from '../rules/scope/013-the-main-test-user-is-as-expected.ts'
import { personIsWhatTheDocumentSays } from '../rules/spec/005-person-is-what-the-document-says.ts'
import { allScopes, isSurelyLetIn, orAll, requireDeclaredUnion } from './declared-scopes.ts'
import { judgeJws, judgePerson } from './jws-rules.ts'
import { all, once } from './once.ts'
import { publishedReadingOf } from './published-document.ts'
import {
  type Asking,
  askAnew,
  contentOf,
  getPerson,
  readBoth,
  readingOf,
  requireNoFurtherScope,
  tokensFor,
} from './readings.ts'
import { judgeRefusal, refusalOf, requirePerson } from './refusals.ts'
import { suite } from './suite.ts'
import { keepAsFound, placeOf, shortScopes, type World } from './world.ts'

/** Each with scopes of its own: what comes is at the same time a second reading of what these yield. */
const open = [
  { scopes: ['krr:user/kontaktinformasjon.read'], accept: undefined },
  { scopes: ['krr:user/digitalpost.read'], accept: '*/*' },
] as const

/**
 * The other ones are read twice by requests that differ in something else: `Accept` above and where quality values are
 * sent, or the spelling of the scheme.
 */
const askedTwice = (world: World): readonly Asking[] => [
  { scopes: ['krr:user/kontaktinformasjon.read'], representation: 'application/jose' },
  { scopes: ['krr:user/digitalpost.read'], representation: 'application/jose' },
  {
    scopes: ['krr:user/digitalpost.read', 'krr:user/spraak.write'],
    representation: 'application/json',
  },
  ...representations.flatMap((representation) => [
    { scopes: ['krr:user/spraak.write'] as const, representation },
    { scopes: allScopes(world), representation },
  ]),
]

suite('GET person', ({ world, at }) => {
  for (const representation of representations) {
    for (const scopes of personCombinations) {
      const asking = { scopes, representation }
      at(placeOf(asking), (conforms) => {
        const content = once(() => contentOf(world, asking))
        const reading = once(() => readingOf(world, asking))

        conforms(theMainTestUserIsAsExpected, reading)
        judgePerson(conforms, content, reading)
        conforms(
          personIsWhatTheDocumentSays,
          once(() => publishedReadingOf(world, asking)),
        )
        if (representation === 'application/jose') judgeJws(conforms, world, asking)
      })
    }
  }

  for (const scopes of personCombinations) {
    if (!mayRead(scopes) && isSurelyLetIn(world)) continue
    at(
      `${placeOf({ scopes, representation: 'application/json' })} and application/jose`,
      (conforms) => {
        const json = { scopes, representation: 'application/json' } as const
        const jose = { scopes, representation: 'application/jose' } as const
        const both = once(() => readBoth(world, { scopes }))
        const again = () => world.chain.between(() => readBoth(world, { scopes }, ', once more'))

        conforms(
          jsonWhenAskedForJson,
          once(async () => unlessRefused(await getPerson(world, json))),
        )
        conforms(
          jwsWhenAskedForJose,
          once(async () => unlessRefused(await getPerson(world, jose))),
        )
        conforms(bothRepresentationsCarryTheSamePerson, both, { again })
      },
    )
  }

  for (const asking of distinct(askedTwice(world))) {
    at(`${placeOf(asking)}, asked twice`, (conforms) => {
      const twice = once(() =>
        all({
          first: readingOf(world, asking),
          second: readingOf(world, asking, getPerson(world, asking, ', a second time')),
        }),
      )
      const again = () =>
        world.chain.between(() =>
          all({
            first: readingOf(world, asking, askAnew(world, asking, ', a third time')),
            second: readingOf(world, asking, askAnew(world, asking, ', a fourth time')),
          }),
        )

      conforms(askedTwiceThePersonIsTheSame, twice, { again })
    })
  }

  for (const representation of representations) {
    at(`all combinations, ${representation}`, (conforms) => {
      const readings = (note?: string) => readingsOfAll(representation, note)
      conforms(
        combinationsAgree,
        once(() => readings()),
        {
          again: () => world.chain.between(() => readings(', once more')),
        },
      )
    })
    const alone = { scopes: ['krr:user/spraak.write'], representation } as const
    at(placeOf(alone), (conforms) => {
      const answer = once(async () => {
        await all({
          person: requirePerson(world, representation),
          scopes: requireNoFurtherScope(world, alone.scopes),
        })
        const exchange = await getPerson(world, alone)
        const isPerson = exchange.response.status === 200
        return { exchange, reading: isPerson ? await readingOf(world, alone) : undefined }
      })

      conforms(writeScopeAloneYieldsBaseMembersOnly, answer)
    })
    const none = { scopes: [], representation } as const
    at(placeOf(none), (conforms) => {
      const answer = once(async () => {
        await all({
          person: requirePerson(world, representation),
          scopes: requireNoFurtherScope(world, none.scopes),
        })
        return getPerson(world, none)
      })

      conforms(noKrrScopeDisclosesNoScopedMember, answer)
      conforms(noKrrScopeIsRefused, answer)
      judgeRefusal(
        conforms,
        once(() => refusalOf(world, 'no krr scope', answer)),
      )
    })
  }

  for (const { scopes: wanted, accept } of open) {
    const scopes = orAll(world, wanted)
    const place = `${shortScopes(scopes)}, ${accept === undefined ? 'no Accept' : `Accept: ${accept}`}`
    at(place, (conforms) => {
      const ask = async (note = '') => {
        const { accessToken } = await tokensFor(world, scopes)
        const label = `GET person, ${place}${note}`
        return world.api.getPerson({ label, authorization: bearer(accessToken), accept })
      }
      const answer = once(async () => unlessRefused(await keepAsFound(world, place, ask)))
      // Whatever came is the same person's a second time.
      const twice = async (answered: Exchange, note?: string) => {
        const { response } = answered
        const representation = contentRepresentation(response)
        if (response.status !== 200 || representation === undefined) throw neitherCame()
        const asking = { scopes, representation }
        const anew = note === undefined ? undefined : askAnew(world, asking, note)
        return all({
          first: readingOf(world, asking, anew),
          second: readingOf(world, asking, Promise.resolve(answered)),
        })
      }
      const again = () =>
        world.chain.between(async () => twice(await ask(', once more'), ', a third time'))

      conforms(defaultRepresentationIsOneOfTheTwo, answer)
      conforms(
        askedTwiceThePersonIsTheSame,
        once(async () => twice(await answer())),
        { again },
      )
    })
  }

  /** Where no scope lets the client read, both answers are accepted (KRR-SCOPE-007). */
  const unlessRefused = (exchange: Exchange): Exchange => {
    const { status } = exchange.response
    if (isSurelyLetIn(world) || (status !== 401 && status !== 403)) return exchange
    throw new EvidenceUnavailableError(`no person to judge: status ${status}`, {
      verdict: 'not-applicable',
    })
  }

  /** Every combination that yields a person; one that may write alone counts only where it does. */
  const readingsOfAll = async (representation: Representation, note?: string) => {
    requireDeclaredUnion(world)
    const readings = await Promise.all(
      combinationsOf(allScopes(world))
        .slice(1)
        .map(async (scopes) => {
          const asking = { scopes, representation }
          try {
            return await readingOf(
              world,
              asking,
              note === undefined ? undefined : askAnew(world, asking, note),
            )
          } catch (error) {
            if (error instanceof EvidenceUnavailableError && error.verdict === 'not-applicable')
              return undefined
            throw error
          }
        }),
    )
    return { readings: readings.filter((reading) => reading !== undefined) }
  }
})

/** That one of the two must come is KRR-NEG-004's. */
const neitherCame = (): EvidenceUnavailableError =>
  new EvidenceUnavailableError('neither representation came', { verdict: 'not-applicable' })

/** Where the client has one scope, two of them may be the same. */
const distinct = (askings: readonly Asking[]): readonly Asking[] => [
  ...new Map(askings.map((asking) => [placeOf(asking), asking])).values(),
]
