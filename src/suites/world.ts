import { createBreaker, heeding } from '../evidence/breaker.ts'
import { clocksApartMs } from '../evidence/clock.ts'
import type { Exchange, HttpRequest } from '../evidence/exchange.ts'
import type { SignedAnswer } from '../evidence/jws.ts'
import { learnConfiguration } from '../evidence/masking/configured.ts'
import { createMasker, type Masker } from '../evidence/masking/masker.ts'
import { pseudonymsWith } from '../evidence/masking/pseudonym.ts'
import { createPace } from '../evidence/pace.ts'
import type { KrrScope, PersonReading, Representation } from '../evidence/person-reading.ts'
import { rawTransport } from '../evidence/raw-transport.ts'
import { createRecorder } from '../evidence/recorder.ts'
import { EvidenceUnavailableError, type Send } from '../evidence/transport.ts'
import { grammarTrouble, isCutShort } from '../evidence/trouble.ts'
import { openTransport } from '../evidence/undici-transport.ts'
import { createPersonApi, type PersonApi } from '../krr/person-api.ts'
import type { Channel } from '../run/channel.ts'
import { type MainProcess, mainProcess } from '../run/main-process.ts'
import type { Target } from '../run/target.ts'
import { type Chain, createChain } from './chain.ts'
import { type Once, once, settled } from './once.ts'
import { type LivingTokens, livingTokens } from './outlived-tokens.ts'
import { keepingSignedAnswers } from './signed-answers.ts'
import type { Contradiction } from './steadiness.ts'

/**
 * Why this machine's clock is nothing to judge times by, or undefined where it is. ID-porten and the API are asked
 * both: where only one of the two is apart from this machine, its clock is wrong, and that is a deviation.
 */
const clockTrouble = async (
  main: Pick<MainProcess, 'provider'>,
  api: PersonApi,
): Promise<string | undefined> => {
  const provider = await main.provider().catch(() => undefined)
  if (provider === undefined) return undefined
  const byProvider = clocksApartMs([provider.metadata, provider.jwks])
  if (byProvider === undefined) return undefined
  const answer = await unlessUnavailable(
    api.getPerson({ label: 'GET person without credentials, for its Date' }),
  )
  const byApi = answer === undefined ? byProvider : clocksApartMs([answer])
  if (byApi === undefined || Math.sign(byApi) !== Math.sign(byProvider)) return undefined
  const seconds = Math.round(Math.abs(byProvider) / 1_000)
  const side = byProvider > 0 ? 'behind' : 'ahead of'
  const whom = answer === undefined ? 'ID-porten' : 'ID-porten and the API alike'
  return `the clock of this machine is ${seconds} s ${side} ${whom}, by the Date of their answers: what is judged by the time cannot be`
}

const unlessUnavailable = (answer: Promise<Exchange>): Promise<Exchange | undefined> =>
  answer.catch((error: unknown) => {
    if (error instanceof EvidenceUnavailableError) return undefined
    throw error
  })

/** A sender that keeps every request to the person resource, answered or not yet. */
const keepingPersonRequests =
  (send: Send, isPerson: (url: string) => boolean, asked: Promise<Exchange>[]): Send =>
  (label, request) => {
    const answer = send(label, request)
    if (isPerson(request.url)) asked.push(answer)
    return answer
  }

/** All that the suites of one target share: one world a target, so that each request is made once. */
export interface World {
  readonly target: Target
  readonly masker: Masker
  readonly main: MainProcess
  readonly send: Send
  /** Sends once, whatever comes of it: for what may well be refused. */
  readonly sendOnce: Send
  /** Asks for the header section as its bytes come; its trouble is that of no other request. */
  readonly sendRaw: Send
  /** Requests whose answers this client's parser refused, or may have. */
  readonly refused: RefusedAnswer[]
  readonly api: PersonApi
  /** Writes, one at a time; the first waits for the readings of the main person that have begun. */
  readonly chain: Chain
  /** Resolves when the language is put back and all else is there; what may end a grant comes after it. */
  readonly over: Once<void>
  /** The tokens that requests in order are sent with. */
  readonly living: LivingTokens
  /** Why this machine's clock is nothing to judge by; undefined where it is. */
  readonly clockTrouble: Once<string | undefined>
  /** Every signed answer so far, in the order in which they came. */
  readonly signed: readonly SignedAnswer[]
  /** Every request to the person resource so far, answered or not yet. */
  readonly asked: readonly Promise<Exchange>[]
  /** Every reading of the main person so far, by the id of its exchange. */
  readonly readings: Map<string, PersonReading>
  /** Readings that were seen to contradict others (KRR-BODY-022). */
  readonly contradictions: Contradiction[]
  /** Evidence that a replay does not judge: gathered only where a rule is judged on all that a run asks for. */
  readonly unasked: Once<unknown>[]
  /** What the suites keep for each other: exchanges by what they asked for. */
  readonly kept: Map<string, Promise<unknown>>
  /** Those of them that must show the main person as found. */
  readonly asFound: Set<Promise<unknown>>
}

/** What was asked, and why its answer was refused; undefined where it may as well have ended early. */
interface RefusedAnswer {
  readonly label: string
  readonly request: HttpRequest
  readonly because: string | undefined
}

const worlds = new Map<string, World>()

/** The world of a target; the same one in every suite file of a run. */
export const openWorld = (target: Target, connection: Channel): World => {
  const { name } = target.environment
  const world = worlds.get(name) ?? makeWorld(target, connection)
  worlds.set(name, world)
  return world
}

/** Runs once for what is asked for, however many suites ask. */
export const keep = <Value>(
  world: World,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> => {
  const kept = world.kept.get(key) as Promise<Value> | undefined
  if (kept !== undefined) return kept
  const made = make()
  made.catch(() => {})
  world.kept.set(key, made)
  return made
}

/** Keeps what must show the main person as found: nothing is written before it is there. */
export const keepAsFound = <Value>(
  world: World,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> => {
  const reading = keep(world, `GET MAIN ${key}`, make)
  world.asFound.add(reading)
  return reading
}

const makeWorld = (target: Target, connection: Channel): World => {
  const { environment } = target
  const masker = createMasker(pseudonymsWith(target.pseudonymKey), environment.production)
  learnConfiguration(masker.vault, environment)
  const main = mainProcess(connection, environment.name)
  const way = {
    ca: environment.ca,
    httpsProxy: target.httpsProxy,
    noProxy: target.noProxy,
    userAgent: target.userAgent,
  }
  const { transport } = openTransport(way)
  const refused: World['refused'] = []
  const signed: SignedAnswer[] = []
  const asked: Promise<Exchange>[] = []
  const isPerson = (url: string) => sameResource(url, environment.apiUrl)
  // With a slash behind it the path is that of another resource, though a person who comes of it is masked as one.
  const isExactly = (url: string) => pathOf(url) === pathOf(environment.apiUrl)
  const recording = {
    transport,
    masker,
    pace: createPace(target.pace),
    documentOf: ({ request, response }: Exchange) =>
      isPerson(request.url) && response.status < 400 ? 'person' : 'open',
    onRecorded: main.recorded,
  } as const
  const living = livingTokens()
  // Where the API is given up, nothing waits for it in a way of its own.
  const breaker = createBreaker()
  const recorder = keepingRefusedAnswers(
    living.renewing(createRecorder({ ...recording, breaker, prefix: '' })),
    refused,
  )
  const send = keepingPersonRequests(keepingSignedAnswers(recorder, signed), isExactly, asked)
  const kept: World['kept'] = new Map()
  const asFound: World['asFound'] = new Set()
  const api = createPersonApi(environment.apiUrl, send)
  const chain = createChain(() => settled(() => [...asFound]))
  return {
    target,
    masker,
    main,
    send,
    sendOnce: createRecorder({
      ...recording,
      breaker: heeding(breaker),
      documentOf: () => 'person',
      prefix: 'h',
      attempts: 1,
    }),
    sendRaw: createRecorder({
      ...recording,
      breaker: heeding(breaker),
      transport: rawTransport(way),
      documentOf: () => 'open',
      prefix: 'w',
    }),
    refused,
    signed,
    asked,
    readings: new Map(),
    contradictions: [],
    unasked: [],
    api,
    living,
    clockTrouble: once(() => clockTrouble(main, api)),
    chain,
    over: once(async () => {
      await chain.over()
      await settled(() => [...kept.values()])
    }),
    kept,
    asFound,
  }
}

/** A sender that keeps which answers this client's parser refused. */
const keepingRefusedAnswers =
  (send: Send, refused: World['refused']): Send =>
  (label, request) =>
    send(label, request).catch((error: unknown) => {
      const because = grammarTrouble(error)
      if (because !== undefined || isCutShort(error)) refused.push({ label, request, because })
      throw error
    })

const pathOf = (url: string): string => url.split('?')[0] ?? ''

const sameResource = (url: string, apiUrl: string): boolean =>
  pathOf(url).replace(/\/$/, '') === pathOf(apiUrl).replace(/\/$/, '')

/** `kontaktinformasjon+digitalpost`, or `no krr scope`. */
export const shortScopes = (scopes: readonly KrrScope[]): string =>
  scopes.length === 0
    ? 'no krr scope'
    : scopes
        .map((scope) => scope.replace(/^krr:user\//, '').replace(/\.(read|write)$/, ''))
        .join('+')

/** Where a rule is judged: `kontaktinformasjon+digitalpost, application/jose`. */
export const placeOf = ({
  scopes,
  representation,
}: {
  readonly scopes: readonly KrrScope[]
  readonly representation: Representation
}): string => `${shortScopes(scopes)}, ${representation}`
