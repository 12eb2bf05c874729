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

/** A request's leave to begin. */
export interface Turn {
  /** When it begins, in milliseconds since 1970: what the limits count by, however late a busy thread sends it. */
  readonly at: number
  /** Called when the answer is there, or is not awaited any longer. */
  readonly release: () => void
}

/** Keeps a run polite: no request is sent before it has its turn. */
export interface Pace {
  turn(origin: string): Promise<Turn>
  /** Nothing more goes to an origin before so many milliseconds are over (`Retry-After`). */
  rest(origin: string, ms: number): void
  /** Requests sent by all threads so far, each attempt counted. */
  readonly sent: number
  /** Whether the run has asked as often as it may. */
  readonly isSpent: boolean
}

const inFlightAtMost = 6
const headerBytes = 16
const [lock, count, begun] = [0, 1, 2]

/** The memory that all paces of an environment's run are made with. */
export const sharePace = (limits: PaceLimits): SharedPace => ({
  limits,
  memory: new SharedArrayBuffer(headerBytes + 8 * (limits.perSecond ?? 0)),
})

/** A thread's own view of the pace: six requests in flight to an origin, and the shared limits. */
export const createPace = ({ limits, memory }: SharedPace): Pace => {
  const header = new Int32Array(memory, 0, 3)
  const times = new Float64Array(memory, headerBytes)
  const flights = new Map<string, Flights>()
  const flightsTo = (origin: string): Flights => {
    const known = flights.get(origin) ?? { inFlight: 0, waiting: [], restUntil: 0 }
    flights.set(origin, known)
    return known
  }

  /**
   * Begins a request at `now` where it may: a second after the one that was `perSecond` before it. Returns the
   * milliseconds until it may be asked about again, or 0 where it has begun. A turn is taken when a request begins, so
   * that a thread that was busy catches up on none.
   */
  const begin = (now: number): number => {
    if (times.length === 0) return 0
    while (Atomics.compareExchange(header, lock, 0, 1) !== 0);
    const number = Atomics.load(header, begun)
    const place = number % times.length
    const left = (times[place] ?? 0) + 1_000 - now
    if (left <= 0) {
      times[place] = now
      Atomics.store(header, begun, number + 1)
    }
    Atomics.store(header, lock, 0)
    // A clock that is set back makes nobody wait for it.
    return Math.min(1_000, Math.max(0, left))
  }

  return {
    async turn(origin) {
      const own = flightsTo(origin)
      if (own.inFlight >= inFlightAtMost) {
        await new Promise<void>((resolve) => own.waiting.push(resolve))
      } else {
        own.inFlight += 1
      }
      Atomics.add(header, count, 1)
      const rest = own.restUntil - Date.now()
      if (rest > 0) await wait(rest)
      let at = Date.now()
      for (let ms = begin(at); ms > 0; ms = begin(at)) {
        await wait(ms)
        at = Date.now()
      }
      const release = (): void => {
        const next = own.waiting.shift()
        // The place in flight is handed on.
        if (next === undefined) own.inFlight -= 1
        else next()
      }
      return { at, release }
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
