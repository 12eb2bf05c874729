import type { MessagePort } from 'node:worker_threads'
import type { Persona } from '../../evidence/person-reading.ts'
import type { PreparedAuthorization } from '../../oidc/authorization-request.ts'
import type { OnSecret } from '../../oidc/client-authentication.ts'
import type { Launch } from '../login-browser.ts'
import type { LoginEnvironment, Prepare } from '../login-driver.ts'
import type { OnScreenshot } from '../screenshot.ts'
import { type CarriedError, carried, thrownAgain } from './carried-error.ts'

/** Begins one browser in the thread: everything about it goes over a port of its own. */
export interface Begin {
  readonly port: MessagePort
  readonly launch: Omit<Launch, 'onProgress'>
}

/** What the main thread asks for. */
export interface LoginCalls {
  open(options: {
    readonly environment: LoginEnvironment
    /** Who logs in on rendered pages, with their numbers. */
    readonly expected: readonly (readonly [Persona, string])[]
    readonly userAgent: string
    readonly takesScreenshots: boolean
    readonly isPaced: boolean
  }): void
  /** @param flow what `prepare` is asked with */
  authorize(
    flow: number,
    persona: Persona,
    pid: string,
  ): Promise<{ readonly authorization: PreparedAuthorization; readonly callback: string }>
  close(): Promise<void>
}

/** What the thread asks the main one for, or tells it. */
export interface MainCalls {
  prepare(flow: number, way: Parameters<Prepare>[0]): Promise<PreparedAuthorization>
  /** Resolves when a request may be sent; `answered` tells that its answer is there. */
  turn(request: number, origin: string): Promise<void>
  answered(request: number): void
  formLogins(count: number): void
  secret(...args: Parameters<OnSecret>): void
  progress(line: string): void
  screenshot(...args: Parameters<OnScreenshot>): void
}

/** What one side does for the other, by name; arguments and results are plain data. */
// biome-ignore lint/suspicious/noExplicitAny: each call has arguments of its own.
type Served = Record<string, (...args: any[]) => unknown>

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly args: unknown[] }
  | { readonly kind: 'told'; readonly name: string; readonly args: unknown[] }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly failure: CarriedError }

const ended = 'the thread that logs in has ended'

export interface Calls<Asked> {
  /** Asks the other side; what it throws is thrown here, with its class. */
  ask<Name extends keyof Asked>(
    name: Name,
    ...args: Asked[Name] extends (...args: infer Args) => unknown ? Args : never
  ): Promise<Asked[Name] extends (...args: never[]) => infer Result ? Awaited<Result> : never>
  /** Tells the other side, which hears it before any answer that follows. */
  tell<Name extends keyof Asked>(
    name: Name,
    ...args: Asked[Name] extends (...args: infer Args) => unknown ? Args : never
  ): void
  close(): void
}

/** Calls in both directions over one port. Where the other side ends, what was asked of it is rejected. */
export const callsOver = <Asked>(port: MessagePort, served: Served): Calls<Asked> => {
  const pending = new Map<number, PromiseWithResolvers>()
  let count = 0
  let isClosed = false
  const post = (message: Message): void => {
    if (!isClosed) port.postMessage(message)
  }
  const serve = async (name: string, args: unknown[]): Promise<unknown> => served[name]?.(...args)
  port.on('message', (message: Message) => {
    switch (message.kind) {
      case 'call': {
        const { id } = message
        serve(message.name, message.args).then(
          (value) => post({ kind: 'answer', id, value }),
          (error: unknown) => post({ kind: 'refusal', id, failure: carried(error) }),
        )
        return
      }
      case 'told':
        void serve(message.name, message.args)
        return
      case 'answer':
        pending.get(message.id)?.resolve(message.value)
        break
      case 'refusal':
        pending.get(message.id)?.reject(thrownAgain(message.failure))
    }
    pending.delete(message.id)
  })
  port.once('close', () => {
    isClosed = true
    for (const { reject } of pending.values()) reject(new Error(ended))
    pending.clear()
  })
  return {
    ask: (name, ...args) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(new Error(ended))
          return
        }
        count += 1
        pending.set(count, { resolve: resolve as (value: unknown) => void, reject })
        post({ kind: 'call', id: count, name: String(name), args })
      }),
    tell: (name, ...args) => post({ kind: 'told', name: String(name), args }),
    close: () => port.close(),
  }
}

interface PromiseWithResolvers {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}
