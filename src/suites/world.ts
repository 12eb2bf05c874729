import type { SignedAnswer } from '../evidence/jws.ts'
import { learnConfiguration } from '../evidence/masking/configured.ts'
import { createMasker, type Masker } from '../evidence/masking/masker.ts'
import { pseudonymsWith } from '../evidence/masking/pseudonym.ts'
import { createRecorder } from '../evidence/recorder.ts'
import type { Send } from '../evidence/transport.ts'
import { openTransport } from '../evidence/undici-transport.ts'
import { createPersonApi, type PersonApi } from '../krr/person-api.ts'
import { connectChannel } from '../run/channel.ts'
import type { Target } from '../run/target.ts'
import { type Chain, createChain } from './chain.ts'
import { type MainProcess, mainProcess } from './session-client.ts'
import { keepingSignedAnswers } from './signed-answers.ts'

/** All that the suites of one target share: one world a target, so that each request is made once. */
export interface World {
  readonly target: Target
  readonly masker: Masker
  readonly main: MainProcess
  readonly send: Send
  readonly api: PersonApi
  /** Writes, one at a time. */
  readonly chain: Chain
  /** Every signed answer so far, in the order in which they came. */
  readonly signed: readonly SignedAnswer[]
  /** What the suites keep for each other: exchanges by what they asked for. */
  readonly kept: Map<string, Promise<unknown>>
}

const worlds = new Map<string, World>()

/** The world of a target; the same one in every suite file of a run. */
export const openWorld = (target: Target): World => {
  const key = `${target.channel} ${target.environment.name}`
  const world = worlds.get(key) ?? makeWorld(target)
  worlds.set(key, world)
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

const connections = new Map<string, ReturnType<typeof connectChannel>>()

/** One connection for all worlds of a run: on a channel everybody hears, and unpacks, every answer. */
const connectionTo = (channel: string): ReturnType<typeof connectChannel> => {
  const connection = connections.get(channel) ?? connectChannel(channel)
  connections.set(channel, connection)
  return connection
}

const makeWorld = (target: Target): World => {
  const { environment } = target
  const masker = createMasker(pseudonymsWith(target.pseudonymKey), environment.production)
  learnConfiguration(masker.vault, environment)
  const main = mainProcess(connectionTo(target.channel).call, environment.name)
  const { transport } = openTransport({
    ca: environment.ca,
    httpsProxy: target.httpsProxy,
    noProxy: target.noProxy,
    userAgent: target.userAgent,
  })
  const signed: SignedAnswer[] = []
  const recorder = createRecorder({
    transport,
    masker,
    prefix: '',
    documentOf: ({ request, response }) =>
      sameResource(request.url, environment.apiUrl) && response.status < 400 ? 'person' : 'open',
    onRecorded: (exchange) => void main.recorded(exchange).catch(() => {}),
  })
  const send = keepingSignedAnswers(recorder, signed)
  return {
    target,
    masker,
    main,
    send,
    signed,
    api: createPersonApi(environment.apiUrl, send),
    chain: createChain(),
    kept: new Map(),
  }
}

const sameResource = (url: string, apiUrl: string): boolean =>
  url.split('?')[0]?.replace(/\/$/, '') === apiUrl.split('?')[0]?.replace(/\/$/, '')
