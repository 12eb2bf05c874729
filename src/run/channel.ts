import { randomUUID } from 'node:crypto'
import { BroadcastChannel } from 'node:worker_threads'
import { type CarriedError, carried, thrownAgain } from '../login/thread/carried-error.ts'

/** Everybody on a channel hears every answer: the caller is in the id, so that nobody takes another's. */
type CallId = `${string} ${number}`

/** A call from the worker that judges to the main process that holds sessions and journal. */
interface Call {
  readonly kind: 'call'
  /** Without it nobody waits for an answer, and none is sent. */
  readonly id: CallId | undefined
  readonly target: string
  readonly method: string
  readonly args: readonly unknown[]
}

type Answer =
  | { readonly kind: 'answer'; readonly id: CallId; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: CallId; readonly failure: CarriedError }

/** Answers one call; what it throws reaches the caller with its class and message. */
export type Serve = (target: string, method: string, args: readonly unknown[]) => Promise<unknown>

/** Serves the calls of a run until closed. Everything stays within this process. */
export const serveChannel = (name: string, serve: Serve): { close: () => void } => {
  const channel = new BroadcastChannel(name)
  let isClosed = false
  /** When the run has ended nobody waits for an answer any more, and a closed channel takes none. */
  const post = (answer: Answer): void => {
    if (!isClosed) channel.postMessage(answer)
  }
  channel.onmessage = (event) => {
    const message = (event as unknown as { data: Call | Answer }).data
    if (message.kind !== 'call') return
    const { id } = message
    const served = serve(message.target, message.method, message.args)
    if (id === undefined) {
      served.catch(() => {})
      return
    }
    served.then(
      (value) => post({ kind: 'answer', id, value }),
      (error: unknown) => post({ kind: 'refusal', id, failure: carried(error) }),
    )
  }
  channel.unref()
  return {
    close: () => {
      isClosed = true
      channel.close()
    },
  }
}

/** One thread's end of it. */
export type Channel = ReturnType<typeof connectChannel>

/** Calls the main process: `call(target, method, ...args)`. Calls of one thread arrive in their order. */
export const connectChannel = (name: string) => {
  const channel = new BroadcastChannel(name)
  const pending = new Map<
    CallId,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >()
  const caller = randomUUID()
  let count = 0
  channel.onmessage = (event) => {
    const message = (event as unknown as { data: Call | Answer }).data
    if (message.kind === 'call') return
    const waiting = pending.get(message.id)
    pending.delete(message.id)
    if (message.kind === 'answer') waiting?.resolve(message.value)
    else waiting?.reject(thrownAgain(message.failure))
  }
  const post = (call: Omit<Call, 'kind'>): void =>
    channel.postMessage({ kind: 'call', ...call } satisfies Call)
  return {
    call: (target: string, method: string, ...args: readonly unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        count += 1
        const id: CallId = `${caller} ${count}`
        pending.set(id, { resolve, reject })
        post({ id, target, method, args })
      }),
    /** Says something that needs no answer. It arrives before whatever is said later. */
    tell: (target: string, method: string, ...args: readonly unknown[]): void =>
      post({ id: undefined, target, method, args }),
    close: () => channel.close(),
  }
}
