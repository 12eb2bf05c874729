import type { Exchange } from '../evidence/exchange.ts'
import { representations } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { bearer, scopeCombinations } from '../krr/person-api.ts'
import { a405CarriesAllow } from '../rules/http/002-a-405-carries-allow.ts'
import { headAnswersAsGet } from '../rules/http/003-head-answers-as-get.ts'
import { noArbitraryOriginIsLetIn } from '../rules/http/006-no-arbitrary-origin-is-let-in.ts'
import { whatElseTheServerShows } from '../rules/http/008-what-else-the-server-shows.ts'
import { traceIsRefused } from '../rules/http/009-trace-is-refused.ts'
import { headerSectionsAreInHttpGrammar } from '../rules/http/011-header-sections-are-in-http-grammar.ts'
import { allScopes } from './declared-scopes.ts'
import { refuseIntrusion } from './intrusion.ts'
import { judgeDelivery } from './jws-rules.ts'
import { all, once } from './once.ts'
import { anonymousJws, askOtherwise, type OtherAsking } from './other-askings.ts'
import { askAnew, getPerson, tokensFor } from './readings.ts'
import { judgeRefusal, noTwin, refusalOf } from './refusals.ts'
import { suite } from './suite.ts'
import { placeOf } from './world.ts'

/** Nobody's: reserved for examples (RFC 2606, 3). */
const origin = 'https://example.com'

const crossOrigin: readonly (OtherAsking & { readonly where: string })[] = [
  {
    where: `GET, Origin: ${origin}`,
    note: `, Origin: ${origin}`,
    fields: [['Origin', origin]],
  },
  {
    // As a browser sends it: without credentials (Fetch, CORS-preflight fetch).
    where: `preflight, Origin: ${origin}`,
    note: `, preflight, Origin: ${origin}`,
    method: 'OPTIONS',
    accept: '*/*',
    isAnonymous: true,
    fields: [
      ['Origin', origin],
      ['Access-Control-Request-Method', 'GET'],
      ['Access-Control-Request-Headers', 'authorization'],
    ],
  },
]

suite('HTTP', ({ world, at }) => {
  const main = { scopes: allScopes(world), representation: 'application/json' } as const

  for (const representation of representations) {
    for (const scopes of scopeCombinations) {
      const asking = { scopes, representation }
      at(placeOf(asking), (conforms) => {
        const exchange = once(() => getPerson(world, asking))

        judgeDelivery(conforms, exchange)
      })
    }

    at(`HEAD, ${representation}`, (conforms) => {
      const takeBeside = async (time = '') => {
        const note = `, ${representation}${time}`
        const asking = { scopes: allScopes(world), representation }
        const both = await all({
          get: time === '' ? getPerson(world, asking) : askAnew(world, asking, time),
          head: askOtherwise(world, { note, method: 'HEAD', accept: representation }),
        })
        if (both.get.response.status !== 200) throw noTwin(both.get)
        return both
      }
      const beside = once(() => takeBeside())

      conforms(headAnswersAsGet, beside, {
        again: () => world.chain.between(() => takeBeside(', once more')),
      })
      conforms(
        a405CarriesAllow,
        once(async () => (await beside()).head),
      )
    })
  }

  at('HEAD, no Authorization', (conforms) => {
    const beside = once(async () => {
      const both = await all({
        get: askOtherwise(world, anonymousJws),
        head: askOtherwise(world, { ...anonymousJws, method: 'HEAD' }),
      })
      if (both.get.response.status >= 400) return both
      throw new EvidenceUnavailableError('GET is let in without a token: KRR-AUTH-001', {
        verdict: 'not-applicable',
      })
    })

    conforms(headAnswersAsGet, beside)
  })

  for (const representation of representations) {
    at(`header section, ${representation}`, (conforms) => {
      const raw = once(async () => {
        const { accessToken } = await tokensFor(world, allScopes(world))
        return world.sendRaw(`GET person, ${representation}, its header section alone`, {
          method: 'GET',
          url: world.target.environment.apiUrl,
          fields: [
            ['Accept', representation],
            ['Authorization', bearer(accessToken)],
          ],
        })
      })

      conforms(
        headerSectionsAreInHttpGrammar,
        once(async () => ({ raw: await raw() })),
      )
    })
  }

  at('header sections of all other answers', (conforms) => {
    const all = once(async () => {
      await world.over()
      const first = world.refused.find(({ request: { method } }) => isRepeatedRaw.has(method))
      const raw =
        first && (await world.sendRaw(`${first.label}, its header section alone`, first.request))
      const refused = world.refused.flatMap(({ label, because }) =>
        because === undefined ? [] : [{ label, because }],
      )
      return { refused, ...(raw === undefined ? {} : { raw }) }
    })

    conforms(headerSectionsAreInHttpGrammar, all, { ofWholeRun: true })
  })

  for (const { where, ...asking } of crossOrigin) {
    at(where, (conforms) => {
      const answer = once(async () => {
        const [exchange, twin] = await Promise.all([
          askOtherwise(world, asking),
          getPerson(world, main),
        ])
        if (twin.response.status !== 200) throw noTwin(twin)
        return { origin, exchange }
      })

      conforms(noArbitraryOriginIsLetIn, answer)
      conforms(
        a405CarriesAllow,
        once(async () => (await answer()).exchange),
      )
    })
  }

  at('TRACE', (conforms) => {
    const refusal = once(() => {
      refuseIntrusion(world)
      // Without credentials: a server would send them back (RFC 9110, 9.3.8).
      const asking = { note: '', method: 'TRACE', isAnonymous: true } as const
      return refusalOf(world, 'TRACE', () => askOtherwise(world, asking))
    })

    conforms(
      traceIsRefused,
      once(async () => notForWantOfCredentials((await refusal()).exchange)),
    )
    judgeRefusal(conforms, refusal)
  })

  at('trailing slash', (conforms) => {
    const refusal = once(() =>
      refusalOf(world, 'trailing slash', () =>
        askOtherwise(world, { note: ', trailing slash', suffix: '/' }),
      ),
    )

    conforms(
      whatElseTheServerShows,
      once(async () => ({ kind: 'trailing slash', exchange: (await refusal()).exchange }) as const),
    )
    judgeRefusal(conforms, refusal)
  })

  at('fields that name a product', (conforms) => {
    const custom = once(async () => {
      const exchange = await getPerson(world, main)
      return { kind: 'product fields', exchange } as const
    })

    conforms(whatElseTheServerShows, custom)
  })

  at('latency of the person resource', (conforms) => {
    const custom = once(async () => {
      await getPerson(world, main)
      await world.over()
      const elapsedMs = (await Promise.allSettled(world.asked)).flatMap((outcome) =>
        outcome.status === 'fulfilled' ? [outcome.value.receivedAt - outcome.value.startedAt] : [],
      )
      return { kind: 'latency', elapsedMs } as const
    })

    conforms(whatElseTheServerShows, custom)
  })
})

/** What reads, and has no content, may be asked for once more, byte by byte. */
const isRepeatedRaw: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A refusal that any request without a token meets says nothing of TRACE. */
const notForWantOfCredentials = (exchange: Exchange): Exchange => {
  const { status } = exchange.response
  if (status !== 401 && status !== 403) return exchange
  throw new EvidenceUnavailableError(
    `TRACE is sent without credentials, and the answer is ${status}: whether it would be refused with them is not known`,
  )
}
