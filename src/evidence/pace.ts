import { setTimeout as wait } from 'node:timers/promises'

/** How much one run may ask of one environment. */
export interface PaceLimits {
  /** The most requests that begin within a second (`MAX_REQUESTS_PER_SECOND`); undefined: unlimited. */
  readonly perSecond: number | undefined
  /** The most requests of the whole run. */
  readonly requests: number
}

/** What the threads of a run share: plain memory, so that it crosses to a worker as it is. */
export interface SharedPace {
  readonly limits: PaceLimits
  readonly memory: SharedArrayBuffer
}

/** Keeps a run polite: no request is sent before it has its turn. */
export interface Pace {
  /** Resolves when a request may be sent; what it resolves to is called when the answer is there. */
  turn(origin: string): Promise<() => void>
  /** Nothing more goes to an origin before so many milliseconds are over (`Retry-After`). */
  rest(origin: string, ms: number): void
  /** Requests sent by all threads so far, each attempt counted. */
  readonly sent: number
  /** Whether the run has asked as often as it may. */
  readonly isSpent: boolean
}

const inFlightAtMost = 6
const headerBytes = 8
const [lock, count] = [0, 1]

/** The memory that all paces of an environment's run are made with. */
export const sharePace = (limits: PaceLimits): SharedPace => ({
  limits,
  memory: new SharedArrayBuffer(headerBytes + 8 * (limits.perSecond ?? 0)),
})

/** A thread's own view of the pace: six requests in flight to an origin, and the shared limits. */
export const createPace = ({ limits, memory }: SharedPace): Pace => {
  const header = new Int32Array(memory, 0, 2)
  const times = new Float64Array(memory, headerBytes)
  const flights = new Map<string, Flights>()
  const flightsTo = (origin: string): Flights => {
    const known = flights.get(origin) ?? { inFlight: 0, waiting: [], restUntil: 0 }
    flights.set(origin, known)
    return known
  }

  /** When the request may go: a second after the one that was `perSecond` before it. */
  const reserve = (now: number): number => {
    while (Atomics.compareExchange(header, lock, 0, 1) !== 0);
    const number = Atomics.add(header, count, 1)
    let at = now
    if (times.length > 0) {
      const place = number % times.length
      at = Math.max(now, (times[place] ?? 0) + 1_000)
      times[place] = at
    }
    Atomics.store(header, lock, 0)
    return at
  }

  return {
    async turn(origin) {
      const own = flightsTo(origin)
      if (own.inFlight >= inFlightAtMost) {
        await new Promise<void>((resolve) => own.waiting.push(resolve))
      } else {
        own.inFlight += 1
      }
      const now = Date.now()
      const ms = Math.max(reserve(now), own.restUntil) - now
      if (ms > 0) await wait(ms)
      return () => {
        const next = own.waiting.shift()
        // The place in flight is handed on.
        if (next === undefined) own.inFlight -= 1
        else next()
      }
    },
    rest(origin, ms) {
      const own = flightsTo(origin)
      own.restUntil = Math.max(own.restUntil, Date.now() + ms)
    },
    get sent() {
      return Atomics.load(header, count)
    },
    get isSpent() {
      return Atomics.load(header, count) >= limits.requests
    },
  }
}

interface Flights {
  inFlight: number
  readonly waiting: (() => void)[]
  restUntil: number
}

/** A pace that nobody else shares and that waits for nothing but a free place. */
export const ownPace = (): Pace =>
  createPace(sharePace({ perSecond: undefined, requests: Number.MAX_SAFE_INTEGER }))
